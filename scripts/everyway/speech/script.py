"""An edition of the model to its script: what is said, chapter by chapter, before any voice says it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from everyway.model import Edition, Publication, Section
from everyway.model.walk import plain_text, sections_of, sentences_of
from everyway.speech.announcements import CLOSING, OPENING, closing, opening
from everyway.speech.blocks import Teller
from everyway.speech.lexicon import lexicon_of
from everyway.speech.options import SpeechOptions
from everyway.speech.sentence import Sayer
from everyway.speech.silences import Silences
from everyway.speech.utterance import Chapter, Script, Utterance


def script(publication: Publication, edition: Edition, options: SpeechOptions) -> Script:
    """The script of an edition: an opening, one chapter a part, a closing.

    Every sentence of the model is one utterance with the sentence's id, once, in reading order; the notes of a block
    follow the block. All other ids are made from those of sections and stay the same while their section does.
    """
    silences = Silences(options.pauses)
    sayer = Sayer(lexicon_of(publication, edition), silences)
    taken = _ids(edition)

    def chapter(name: str, tell: Callable[[Teller], str]) -> Chapter:
        teller = Teller(sayer, silences, taken, edition.language)
        title = tell(teller)
        return Chapter(name, title, _ended(teller.utterances, silences))

    first, *parts, last = chapter_ids(edition)
    return Script(
        edition.name,
        edition.title or publication.title,
        edition.language,
        (
            chapter(first, lambda teller: opening(teller, publication, edition)),
            *(chapter(name, _part(section)) for name, section in zip(parts, edition.sections, strict=True)),
            chapter(last, lambda teller: closing(teller, publication, edition)),
        ),
    )


def chapter_ids(edition: Edition) -> tuple[str, ...]:
    """The ids of an edition's chapters in order, without making its script."""
    parts = [section.id for section in edition.sections]
    first, last = (name if name not in parts else f"{name}-words" for name in (OPENING, CLOSING))
    return first, *parts, last


def title_of(part: Section) -> str:
    """The title of a part's chapter, with its label: "Part 1: Looking after our people"."""
    label = part.opening.label if part.opening else ""
    heading = plain_text(part.heading.inlines)
    return f"{label}: {heading}" if label else heading


def _part(section: Section) -> Callable[[Teller], str]:
    def tell(teller: Teller) -> str:
        teller.section(section)
        return title_of(section)

    return tell


def _ids(edition: Edition) -> set[str]:
    """Every id that the model gives: what we make up must not be one of them."""
    sections = list(sections_of(edition))
    taken = {section.id for section in sections} | {note.id for section in sections for note in section.notes}
    return taken | {sentence.id for section in sections for sentence in sentences_of(section)}


def _ended(utterances: list[Utterance], silences: Silences) -> tuple[Utterance, ...]:
    if utterances:
        utterances[-1] = replace(utterances[-1], after=silences.after("end"))
    return tuple(utterances)
