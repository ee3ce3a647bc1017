"""Pictures: one idea beside each, and the same picture for the same idea."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.easy_read.document import Document
from everyway.checking.easy_read.frequency import bases
from everyway.findings import Finding
from everyway.model import Paragraph, Picture, Source, Statement, Term
from everyway.model.walk import blocks_of, inlines_of, plain_text, sections_of, sentences_in


def crowded(document: Document) -> Iterator[Finding]:
    """Pictures with more sentences beside them than one idea takes."""
    most = document.profile.limits.sentences
    for statement in _statements(document):
        count = sum(len(block.sentences) for block in statement.blocks if isinstance(block, Paragraph))
        if count > most:
            message = f"{count} sentences stand beside the picture “{statement.picture.name}”; {most} are enough."
            yield Finding("ER050", message, statement.source)


def same_picture(document: Document) -> Iterator[Finding]:
    """Two pictures for one idea, and one picture for two."""
    yield from _one_drawing(document)
    yield from _one_sentence(document)
    yield from _one_word(document)


def _statements(document: Document) -> Iterator[Statement]:
    for section in sections_of(document.edition):
        yield from (block for block in blocks_of(section.blocks) if isinstance(block, Statement))


def _used(document: Document) -> Iterator[tuple[Picture, Source]]:
    for section in sections_of(document.edition):
        if section.opening and section.opening.picture:
            yield section.opening.picture, section.source
        for block in blocks_of(section.blocks):
            if isinstance(block, Statement):
                yield block.picture, block.source


def _one_drawing(document: Document) -> Iterator[Finding]:
    names: dict[tuple[str, str, str], str] = {}
    told: set[str] = set()
    for picture, source in _used(document):
        first = names.setdefault((picture.set, picture.identifier, str(picture.file)), picture.name)
        if first != picture.name and picture.name not in told:
            told.add(picture.name)
            message = f"The pictures “{first}” and “{picture.name}” are the same drawing."
            fix = (
                "Use one name if it is one idea. If they are two, find another drawing for one of them in pictures.yml."
            )
            yield Finding("ER051", message, source, fix)


def _one_sentence(document: Document) -> Iterator[Finding]:
    pictures: dict[str, str] = {}
    for statement in _statements(document):
        words = " ".join(plain_text(sentence.inlines) for sentence in sentences_in(statement.blocks))
        first = pictures.setdefault(words.casefold(), statement.picture.name)
        if first != statement.picture.name:
            message = f"The picture here is “{statement.picture.name}”; beside the same words it was “{first}”."
            yield Finding("ER051", message, statement.source, f"Use ![]({first}) here too.")


def _one_word(document: Document) -> Iterator[Finding]:
    """A word that has a picture of its own name, explained beside another."""
    names = {base: picture.name for picture in document.publication.pictures for base in bases(_plain(picture.name))}
    for statement in _statements(document):
        shown = bases(_plain(statement.picture.name))
        terms = [
            plain_text(inline.inlines)
            for sentence in sentences_in(statement.blocks)
            for inline in inlines_of(sentence.inlines)
            if isinstance(inline, Term)
        ]
        own = [next((names[base] for base in bases(term.casefold()) if base in names), "") for term in terms]
        if terms and all(own) and not any(base in shown for term in terms for base in bases(term.casefold())):
            message = f"“{terms[0]}” has a picture of its own, “{own[0]}”; here it is “{statement.picture.name}”."
            yield Finding("ER051", message, statement.source, f"Use ![]({own[0]}) here.")


def _plain(name: str) -> str:
    return name.replace("-", " ").casefold()
