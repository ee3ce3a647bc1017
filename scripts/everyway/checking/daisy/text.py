"""The text of a talking book against the model: every sentence once, in order, in its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from everyway.checking.daisy.reading import Book, Place, Run
from everyway.findings import Finding
from everyway.model import Edition, Foreign, Inline, Passage, Section, Sentence
from everyway.model.walk import blocks_of, inlines_of, plain_text, sections_of, sentences_in, sentences_of

FILE = "content.html"


def sentences(book: Book, edition: Edition) -> Iterator[Finding]:
    """Sentences that are missing, changed or out of order, and words that are not in their language."""
    places = {place.id: place for place in book.places}
    for section in sections_of(edition):
        languages = _languages(section, section.language or edition.language)
        for sentence in sentences_of(section):
            place = places.get(sentence.id)
            words = plain_text(sentence.inlines)
            if place is None or _squeezed("".join(run.text for run in place.runs)) != _squeezed(words):
                told = f"; in its place stands “{place.words}”." if place else "."
                yield Finding("DSY020", f"“{words}” is not in the talking book{told}", sentence.source, place=FILE)
            elif not _same_languages(place, sentence, languages[sentence.id]):
                spoken = ", ".join(f"“{run.text.strip()}” ({run.language})" for run in place.runs)
                message = f"The words are not in their languages: {spoken}."
                yield Finding("DSY021", message, sentence.source, place=FILE)
    order = {place.id: number for number, place in enumerate(book.places)}
    yield from _rising(_text(edition), order)
    yield from _rising(_notes(edition), order)


def _text(edition: Edition) -> Iterator[Sentence]:
    """Every sentence in order, but for those of notes, which stand wherever they are told."""
    for section in sections_of(edition):
        noted = {each.id for note in section.notes for each in sentences_in(note.blocks)}
        yield from (sentence for sentence in sentences_of(section) if sentence.id not in noted)


def _notes(edition: Edition) -> Iterator[Sentence]:
    for section in sections_of(edition):
        for note in section.notes:
            yield from sentences_in(note.blocks)


def _rising(sentences: Iterable[Sentence], order: Mapping[str, int]) -> Iterator[Finding]:
    last = -1
    for sentence in sentences:
        place = order.get(sentence.id, last)
        if place < last:
            message = f"“{plain_text(sentence.inlines)}” stands too early in the talking book."
            yield Finding("DSY020", message, sentence.source, place=FILE)
        last = max(last, place)


def _languages(section: Section, own: str) -> dict[str, str]:
    """The language of each sentence of a section, by its id."""
    found = {sentence.id: own for sentence in sentences_of(section)}
    for blocks in (section.blocks, *(note.blocks for note in section.notes)):
        for block in blocks_of(blocks):
            if isinstance(block, Passage):
                found.update({sentence.id: block.language for sentence in sentences_in(block.blocks)})
    return found


def _same_languages(place: Place, sentence: Sentence, language: str) -> bool:
    asked = [(run.language.casefold(), _squeezed(run.text)) for run in _joined(_runs(sentence.inlines, language))]
    got = [(run.language.casefold(), _squeezed(run.text)) for run in _joined(iter(place.runs))]
    return asked == got


def _runs(inlines: tuple[Inline, ...], language: str) -> Iterator[Run]:
    for inline in inlines:
        match inline:
            case Foreign(inlines=inner, language=other):
                yield from _runs(inner, other)
            case _ if any(isinstance(each, Foreign) for each in inlines_of((inline,))):
                yield from _runs(inline.inlines, language)  # type: ignore[union-attr]
            case _:
                yield Run(language, plain_text((inline,)))


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbours of one language as one, without what is only space."""
    last: Run | None = None
    for run in runs:
        if not run.text.strip():
            continue
        if last and last.language == run.language:
            last = Run(last.language, last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _squeezed(text: str) -> str:
    return "".join(text.split())
