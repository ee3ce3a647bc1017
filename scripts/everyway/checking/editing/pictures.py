"""The pictures of a publication, where each is shown and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from everyway.model import Figure, InlinePicture, Picture, Publication, Section, Source, Statement
from everyway.model.walk import blocks_of, inlines_of, plain_text, sections_of, sentences_in, sentences_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture at one place; `caption` are the words under it, `beside` those of an Easy Read statement."""

    picture: Picture
    source: Source
    caption: str = ""
    beside: str = ""


def pictures_of(publication: Publication) -> Iterator[Shown]:
    """Every picture at every place where a reader meets it, in reading order."""
    for edition in publication.editions:
        for section in sections_of(edition):
            yield from _in_section(section)


def _in_section(section: Section) -> Iterator[Shown]:
    if section.opening and section.opening.picture:
        yield Shown(section.opening.picture, section.source)
    for blocks in (section.blocks, *(note.blocks for note in section.notes)):
        for block in blocks_of(blocks):
            if isinstance(block, Figure):
                yield Shown(block.picture, block.source, " ".join(plain_text(one.inlines) for one in block.caption))
            elif isinstance(block, Statement):
                words = " ".join(plain_text(one.inlines) for one in sentences_in(block.blocks))
                yield Shown(block.picture, block.source, beside=words)
    for sentence in sentences_of(section):
        for inline in inlines_of(sentence.inlines):
            if isinstance(inline, InlinePicture):
                yield Shown(inline.picture, sentence.source)
