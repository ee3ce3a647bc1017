"""No metaphors and no sayings."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.easy_read.document import Document
from everyway.findings import Finding


def sayings(document: Document) -> Iterator[Finding]:
    """Sayings, with what they mean."""
    for one in document.sentences:
        for start, end, meaning in document.vocabulary(one).sayings.find(one.keys):
            saying = " ".join(word.text for word in one.words[start:end])
            message = f"“{saying}” does not mean what its words say, in {one.quoted}."
            yield Finding("ER025", message, one.sentence.source, f"Write “{meaning}”." if meaning else "")
