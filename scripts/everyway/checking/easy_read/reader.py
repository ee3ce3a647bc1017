"""Speak to the reader."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.easy_read.document import Document
from everyway.checking.easy_read.told import Mark
from everyway.findings import Finding


def distant(document: Document) -> Iterator[Finding]:
    """Words that speak of the reader as of somebody else, and of people as of cases."""
    named = {word.casefold() for entry in document.publication.glossary for word in entry.same_as}
    for one in document.sentences:
        for start, end, nearer in document.vocabulary(one).distant.find(one.keys):
            words = one.words[start:end]
            phrase = " ".join(word.text for word in words)
            if any(word.mark is Mark.TERM for word in words) or document.is_listed(words[-1].key):
                continue
            if phrase.casefold() in named:  # the glossary has a word of its own for them
                continue
            message = f"“{phrase}” keeps the reader at a distance, in {one.quoted}."
            yield Finding("ER041", message, one.sentence.source, f"Write “{nearer}”." if nearer else "")
