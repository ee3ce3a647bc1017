"""How long a sentence is."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.easy_read.document import Document
from everyway.findings import Finding
from everyway.model import Inline, LineBreak, Sentence
from everyway.model.walk import plain_text


def words_in(sentence: Sentence) -> int:
    """How many words a reader has to take in at once: those of the longest line, where lines are broken on purpose."""
    lines: list[list[Inline]] = [[]]
    for inline in sentence.inlines:
        if isinstance(inline, LineBreak):
            lines.append([])
        else:
            lines[-1].append(inline)
    return max(sum(any(letter.isalnum() for letter in word) for word in plain_text(line).split()) for line in lines)


def long_sentences(document: Document) -> Iterator[Finding]:
    """Sentences that are too long, and those that are longer than is best: one or the other."""
    limits = document.profile.limits
    for one in document.sentences:
        words = words_in(one.sentence)
        if words > limits.better:
            message = f"This sentence has {words} words: “{plain_text(one.sentence.inlines)}”"
            yield Finding("ER001" if words > limits.words else "ER002", message, one.sentence.source)
