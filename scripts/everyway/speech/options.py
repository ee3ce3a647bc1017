"""How an edition is spoken, as one value: the same options give the same sound."""

from __future__ import annotations

from dataclasses import dataclass

SLOWEST, FASTEST = 105, 400
"""Words a minute, silences counted in. People who have listened for years follow 400; eSpeak NG goes no slower than
105."""


@dataclass(frozen=True, slots=True)
class SpeechOptions:
    """How an edition is spoken.

    `voice` names a row of the voices; `rate` is in words a minute, `pauses` the length of every silence where 1 is
    that of a plan.
    """

    voice: str = "en-gb-x-rp"
    rate: int = 160
    pauses: float = 1.0
