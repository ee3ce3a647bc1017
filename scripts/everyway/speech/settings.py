"""How an edition is spoken: what a person asked for, else what `publication.yml` says, else what suits its readers."""

from __future__ import annotations

from collections.abc import Mapping

from everyway.errors import UsageError
from everyway.model import Edition, EditionKind, Publication
from everyway.speech.options import SpeechOptions
from everyway.speech.voices.table import default_voice

USUAL: Mapping[EditionKind, Mapping[str, object]] = {
    EditionKind.STANDARD: {"rate": 160, "pauses": 1.0},
    EditionKind.EASY_READ: {"rate": 130, "pauses": 1.4},
}
"""Easy Read is read slowly, with time to think and to look at the pictures."""

NAMES = ("voice", "rate", "pauses")


def options_for(publication: Publication, edition: Edition, chosen: Mapping[str, object]) -> SpeechOptions:
    """The options for an edition; what is `chosen` for a copy goes before its settings. UsageError for what cannot be.

    Settings stand under `speech:`, for all editions or for one; the edition's own `voice:` and `rate:` mean the same.
    """
    settings = [publication.settings.get("speech"), edition.settings, edition.settings.get("speech"), chosen]
    values: dict[str, object] = {"voice": default_voice(edition.language), **USUAL[edition.kind]}
    for row in settings:
        if isinstance(row, Mapping):
            values.update({name: row[name] for name in NAMES if name in row})
    rate, pauses = values["rate"], values["pauses"]
    if isinstance(rate, bool) or not isinstance(rate, int | float):
        raise UsageError("rate-not-a-number", f"The rate “{rate}” is no number.", fix="Write it as 160.")
    if isinstance(pauses, bool) or not isinstance(pauses, int | float):
        raise UsageError("pauses-not-a-number", f"The pauses “{pauses}” are no number.", fix="Write them as 1.4.")
    return SpeechOptions(str(values["voice"]), round(rate), float(pauses))
