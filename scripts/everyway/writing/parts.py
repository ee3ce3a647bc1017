"""What formats are made from beside the edition itself, made once and shared by all that need it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from everyway.speech.recording import Recording

Part = Literal["recording", "pages"]


@dataclass(frozen=True, slots=True)
class Parts:
    """Of one edition: its recording, and the page of the PDF on which each section and sentence begins, by id.

    A part that a format does not name among its own may be missing.
    """

    recording: Recording | None = None
    pages: Mapping[str, int] = field(default_factory=dict)
