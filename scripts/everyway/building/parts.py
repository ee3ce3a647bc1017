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

Node = Callable[..., object]
"""Adds a step to the graph: its name, its function, and the steps whose values the function takes."""


@dataclass(frozen=True, slots=True)
class PartsOf:
    """The steps that make an edition's parts: None for one that no format needs."""

    edition: str
    recording: object = None
    pages: object = None

    def given(self, names: tuple[Part, ...]) -> tuple[object, object]:
        """The steps of those parts only."""
        return (self.recording if "recording" in names else None, self.pages if "pages" in names else None)


def parts_of(
    plan: Plan, edition: Edition, names: frozenset[Part], options: Mapping[str, object], node: Node, pdf: object
) -> PartsOf:
    """Add the steps that make these parts of an edition; `pdf` is the step that makes its PDF, where there is one."""
    recording = _recording(plan, edition, options, node) if "recording" in names else None
    pages = None
    if "pages" in names:
        name = f"pages of {edition.name}"
        if pdf is None:
            pages = node(name, partial(attempt, _lay_out, plan, edition))
        else:
            pages = node(name, partial(attempt, _pages), pdf)
    return PartsOf(edition.name, recording, pages)


def joined(recording: object, pages: object) -> Parts | EverywayError:
    """What the steps gave, as the parts of an edition; the error when one failed."""
    for part in (recording, pages):
        if isinstance(part, Failed):
            return part.error
    return Parts(cast("Recording | None", recording), cast("Mapping[str, int]", pages or {}))


def _recording(plan: Plan, edition: Edition, chosen: Mapping[str, object], node: Node) -> object:
    from everyway.speech.script import chapter_ids

    options = options_for(plan.publication, edition, chosen)
    folder = plan.folder / PARTS / f"{edition.name}-sound"

    def step(name: str, function: Callable[..., object], *needs: object) -> object:
        return node(f"{name} of {edition.name}", partial(attempt, function), *needs)

    chapters = chapter_ids(edition)
    script = step("script", partial(_script, plan, edition, options))
    spoken = [step(f"voice for {name}", partial(_speak, plan, options, name), script) for name in chapters]
    gain = step("gain", _gain, spoken)
    tracks = [
        step(f"sound for {name}", partial(_encode, plan, folder), performance, gain)
        for name, performance in zip(chapters, spoken, strict=True)
    ]
    return step("recording", partial(_recorded, options), script, tracks)


def _script(plan: Plan, edition: Edition, options: SpeechOptions) -> Script:
    from everyway.speech.script import script

    return script(plan.publication, edition, options)


def _speak(plan: Plan, options: SpeechOptions, chapter: str, script: Script) -> Performance:
    from everyway.speech.speaking import speak
    from everyway.speech.voices import speaker_for

    (wanted,) = (one for one in script.chapters if one.id == chapter)
    return speak(wanted, speaker_for(options), plan.cache)


def _gain(performances: list[Performance]) -> Gain:
    from everyway.speech.levelling import gain_for

    return gain_for(performances)


def _encode(plan: Plan, folder: Path, performance: Performance, gain: Gain) -> Track:
    from everyway.speech.encoding import encode

    folder.mkdir(parents=True, exist_ok=True)
    return encode(performance, gain, folder, plan.cache)


def _recorded(options: SpeechOptions, script: Script, tracks: list[Track]) -> Recording:
    from everyway.speech.recording import recorded

    return recorded(script, options, tracks)


def _lay_out(plan: Plan, edition: Edition) -> Mapping[str, int]:
    """The pages of the PDF that nobody asked for."""
    from everyway.writing.pdf import pages_of

    return pages_of(plan.publication, edition)


def _pages(pdf: Outcome) -> Mapping[str, int]:
    if pdf.error:
        raise pdf.error
    return pdf.artifacts[0].places
