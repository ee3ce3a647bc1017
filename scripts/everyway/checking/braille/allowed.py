"""Words that braille may say beside the text: its own notes, numbers of lists, what pictures show, where links lead."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.braille.telling import named
from everyway.checking.braille.words import folded
from everyway.model import Edition, Figure, InlinePicture, Link, OrderedList, Picture, Statement
from everyway.model.walk import blocks_of, inlines_of, plain_text, sections_of, sentences_of
from everyway.wording import Wording

_OWN = ("picture-description", "addresses", "addresses-summary", "email", "phone")


def allowed(edition: Edition, wording: Wording) -> frozenset[str]:
    """Every such word, as it is written."""
    texts = [text for key, text in wording.texts.items() if key.startswith("braille-") or key in _OWN]
    return frozenset(each for text in (*texts, *_texts(edition)) for each in named(text).split() if folded(each))


def _texts(edition: Edition) -> Iterator[str]:
    for section in sections_of(edition):
        for blocks in (section.blocks, *(note.blocks for note in section.notes)):
            for block in blocks_of(blocks):
                if isinstance(block, OrderedList):
                    yield " ".join(str(number) for number in range(block.start, block.start + len(block.items)))
                elif isinstance(block, Figure | Statement):
                    yield from _picture(block.picture)
        number = 0
        for sentence in sentences_of(section):
            for inline in inlines_of(sentence.inlines):
                if isinstance(inline, InlinePicture):
                    yield from _picture(inline.picture)
                elif isinstance(inline, Link) and isinstance(inline.target, str):
                    number += 1
                    rest = inline.target.partition(":")[2]
                    yield f"{inline.target} {rest.partition('?')[0]} {plain_text(inline.inlines)}"
    links = sum(
        isinstance(inline, Link)
        for section in sections_of(edition)
        for sentence in sentences_of(section)
        for inline in inlines_of(sentence.inlines)
    )
    yield " ".join(str(number) for number in range(1, links + 1))


def _picture(picture: Picture) -> Iterator[str]:
    yield picture.alt or ""
    yield picture.description
