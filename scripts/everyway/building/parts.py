"""The parts that formats share, as steps of the graph: made once for all of an edition's formats that need them.

recording   script → each chapter's voice → one gain for all → each chapter's sound
pages       the PDF, or its layout → the page on which each sentence begins
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from everyway.building.attempt import Failed, attempt
from everyway.building.make import Outcome, Plan
from everyway.building.steps import Need
from everyway.building.view import seen_from
from everyway.errors import EverywayError
from everyway.model import Edition
from everyway.speech.settings import options_for
from everyway.writing.parts import Part, Parts

if TYPE_CHECKING:
    from everyway.speech.levelling import Gain
    from everyway.speech.options import SpeechOptions
    from everyway.speech.performance import Performance
    from everyway.speech.recording import Recording, Track
    from everyway.speech.utterance import Script

PARTS = ".parts"
"""The folder, in the one that a build makes its outputs in, for what is not an output itself."""

_AT_ONCE = 3
"""How many chapters are encoded in one step: more would leave processors without work at the end."""

AddStep = Callable[..., str]
"""Adds a step to the graph: its name, its function, and the names of the steps whose values the function takes."""


@dataclass(frozen=True, slots=True)
class PartsOf:
    """The names of the steps that make an edition's parts: "" for one that no format needs."""

    edition: str
    recording: str = ""
    pages: str = ""

    def given(self, names: tuple[Part, ...], add: AddStep) -> tuple[str, str]:
        """The steps of those parts only; one that gives nothing in the place of the others."""
        nothing = add("nothing", _nothing)
        return (self.recording if "recording" in names else nothing, self.pages if "pages" in names else nothing)


def parts_of(
    plan: Plan, edition: Edition, names: frozenset[Part], options: Mapping[str, object], add: AddStep, pdf: str
) -> PartsOf:
    """Add the steps that make these parts of an edition; `pdf` is the step that makes its PDF, "" if there is none."""
    recording = _recording(plan, edition, options, add) if "recording" in names else ""
    pages = ""
    if "pages" in names:
        name = f"pages of {edition.name}"
        pages = (
            add(name, partial(attempt, _pages), pdf) if pdf else add(name, partial(attempt, _lay_out, plan, edition))
        )
    return PartsOf(edition.name, recording, pages)


def joined(recording: object, pages: object) -> Parts | EverywayError:
    """What the steps gave, as the parts of an edition; the error when one failed."""
    for part in (recording, pages):
        if isinstance(part, Failed):
            return part.error
    return Parts(cast("Recording | None", recording), cast("Mapping[str, int]", pages or {}))


def _recording(plan: Plan, edition: Edition, chosen: Mapping[str, object], add: AddStep) -> str:
    from everyway.speech.script import chapter_ids

    options = options_for(plan.publication, edition, chosen)
    folder = plan.folder / PARTS / f"{edition.name}-sound"

    def step(name: str, function: Callable[..., object], *needs: Need) -> str:
        return add(f"{name} of {edition.name}", partial(attempt, function), *needs)

    chapters = chapter_ids(edition)
    script = step("script", partial(_script, plan, edition, options))
    spoken = tuple(step(f"voice for {name}", partial(_speak, plan, options, name), script) for name in chapters)
    gain = step("gain", _gain, spoken)
    tracks = tuple(
        step(f"sound from {chapters[first]}", partial(_encode, plan, folder), gain, spoken[first : first + _AT_ONCE])
        for first in range(0, len(chapters), _AT_ONCE)
    )
    return step("recording", partial(_recorded, options), script, tracks)


def _nothing() -> None:
    return None


def _script(plan: Plan, edition: Edition, options: SpeechOptions) -> Script:
    from everyway.speech.script import script

    return script(seen_from(plan.publication, edition), edition, options)


def _speak(plan: Plan, options: SpeechOptions, chapter: str, script: Script) -> Performance:
    from everyway.speech.speaking import speak
    from everyway.speech.voices import speaker_for

    (wanted,) = (one for one in script.chapters if one.id == chapter)
    return speak(wanted, speaker_for(options), plan.cache)


def _gain(performances: list[Performance]) -> Gain:
    from everyway.speech.levelling import gain_for

    return gain_for(performances)


def _encode(plan: Plan, folder: Path, gain: Gain, performances: list[Performance]) -> list[Track]:
    from everyway.speech.encoding import encode_all

    folder.mkdir(parents=True, exist_ok=True)
    return encode_all(performances, gain, folder, plan.cache)


def _recorded(options: SpeechOptions, script: Script, tracks: list[list[Track]]) -> Recording:
    from everyway.speech.recording import recorded

    return recorded(script, options, [track for some in tracks for track in some])


def _lay_out(plan: Plan, edition: Edition) -> Mapping[str, int]:
    """The pages of the PDF that nobody asked for."""
    from everyway.writing.pdf import pages_of

    return pages_of(plan.publication, edition)


def _pages(pdf: Outcome) -> Mapping[str, int]:
    if pdf.error:
        raise pdf.error
    return pdf.artifacts[0].places
