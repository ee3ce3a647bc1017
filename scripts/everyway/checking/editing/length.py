"""Length: sentences and paragraphs that ask too much at once. Easy Read has stricter rules of its own."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.editing.copy import Copy, Kind, excerpt, words_in
from everyway.findings import Finding
from everyway.model import Paragraph
from everyway.model.walk import plain_text

LONGEST_SENTENCE = 25
"""Words (GOV.UK, writing for GOV.UK)."""

LONGEST_PARAGRAPH = 150
"""Words; about half a page of large print."""


def lengths(copy: Copy) -> Iterator[Finding]:
    """Long sentences and paragraphs of the editions in full words; headings have a measure of their own."""
    for line in copy.lines:
        if line.easy_read or line.kind in (Kind.HEADING, Kind.PICTURE, Kind.SETTING, Kind.QUOTE):
            continue
        if (count := words_in(line)) > LONGEST_SENTENCE:
            yield Finding("TXT003", f"This sentence has {count} words: “{excerpt(line.text)}”", line.source)
    for edition, _, block in copy.blocks:
        if isinstance(block, Paragraph) and not edition.easy_read:
            text = " ".join(plain_text(sentence.inlines) for sentence in block.sentences)
            if (count := len(text.split())) > LONGEST_PARAGRAPH:
                yield Finding("TXT004", f"This paragraph has {count} words: “{excerpt(text)}”", block.source)
