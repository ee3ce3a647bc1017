"""Headings and titles: the signposts of everybody who cannot see the whole page at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from everyway.checking.editing.copy import Copy, excerpt
from everyway.checking.editing.vocabulary import words
from everyway.findings import Finding
from everyway.model import (
    Block,
    Callout,
    Edition,
    Emphasis,
    Inline,
    PageBreak,
    Paragraph,
    Section,
    Strong,
    Text,
    ThematicBreak,
)
from everyway.model.walk import plain_text

LONGEST = 80
"""Characters of a heading."""

_LONGEST_BOLD = 12
"""Words that a bold paragraph may have and still look like a heading."""


def headings(copy: Copy) -> Iterator[Finding]:
    """What is wrong with headings, with what stands under them, and with what only looks like one."""
    for edition, section in copy.sections():
        text = plain_text(section.heading.inlines).strip()
        where = section.heading.source
        if len(text) > LONGEST:
            yield Finding("HDG001", f"This heading has {len(text)} characters: “{excerpt(text)}”", where)
        if text.endswith((".", ":", ";", ",")) and not _short_form(text):
            yield Finding("HDG002", f"The heading “{excerpt(text)}” ends with “{text[-1]}”.", where)
        if _all_marked(section.heading.inlines):
            yield Finding("HDG003", f"The heading “{excerpt(text)}” is bold or stressed from end to end.", where)
        if not section.sections and all(isinstance(block, ThematicBreak | PageBreak) for block in section.blocks):
            yield Finding("HDG004", f"Nothing stands under the heading “{excerpt(text)}”.", where)
        yield from _twins(section.sections, edition)
        yield from _look_alikes(section.blocks)
    for edition in copy.publication.editions:
        yield from _twins([one for one in edition.sections if one.id != edition.word_list], edition)
    yield from _titles(copy.publication.editions)


def _short_form(text: str) -> bool:
    """Whether the full stop at the end belongs to the word: “etc.”, “a.m.”, “J. Smith & Co.”."""
    last = text.split()[-1]
    return "." in last[:-1] or last.casefold() in words("headings", "with_full_stop")


def _all_marked(inlines: Sequence[Inline]) -> bool:
    said = [one for one in inlines if not (isinstance(one, Text) and not one.text.strip())]
    return bool(said) and all(isinstance(one, Strong | Emphasis) for one in said)


def _twins(sections: Sequence[Section], edition: Edition) -> Iterator[Finding]:
    seen: dict[str, Section] = {}
    for section in sections:
        text = plain_text(section.heading.inlines)
        twin = seen.setdefault(text.casefold(), section)
        if twin is not section:
            where = f"line {twin.source.line} of {twin.source.file}"
            yield Finding("HDG005", f"The heading “{excerpt(text)}” stands already in {where}.", section.heading.source)


def _look_alikes(blocks: Sequence[Block]) -> Iterator[Finding]:
    for block, after in zip_longest(blocks, blocks[1:]):
        assert block is not None
        if isinstance(block, Callout):
            yield from _look_alikes(block.blocks)
        if not isinstance(block, Paragraph) or len(block.sentences) != 1 or after is None:
            continue
        inlines = block.sentences[0].inlines
        text = plain_text(inlines).strip()
        said = [one for one in inlines if not (isinstance(one, Text) and not one.text.strip())]
        bold = bool(said) and all(isinstance(one, Strong) for one in said)
        if bold and len(text.split()) <= _LONGEST_BOLD and not text.endswith((".", "!", "…", ",", ";")):
            yield Finding("HDG006", f"“{excerpt(text)}” is bold, and looks like a heading.", block.source)


def _titles(editions: Sequence[Edition]) -> Iterator[Finding]:
    seen: dict[str, Edition] = {}
    for edition in editions:
        twin = seen.setdefault(edition.title.casefold(), edition)
        if twin is not edition:
            message = f"The editions “{twin.name}” and “{edition.name}” are both called “{edition.title}”."
            yield Finding("HDG007", message, edition.source)
