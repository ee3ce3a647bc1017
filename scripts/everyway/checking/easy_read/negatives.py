"""Say what to do, not what not to do."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.easy_read.document import Document
from everyway.checking.easy_read.told import Told
from everyway.checking.easy_read.vocabulary import Vocabulary
from everyway.findings import Finding


def negatives(document: Document) -> Iterator[Finding]:
    """Sentences that say what not to do, and those that deny twice."""
    for one in document.sentences:
        vocabulary = document.vocabulary(one)
        if (words := _forbids(one, vocabulary)) is not None:
            message = f"“{words}” says what not to do, in {one.quoted}."
            yield Finding("ER040", message, one.sentence.source)
        elif (pair := _denies_twice(one, vocabulary)) is not None:
            message = f"“{pair[0]}” and “{pair[1]}” deny twice, in {one.quoted}."
            yield Finding("ER040", message, one.sentence.source, "Say it without either of them.")


def _forbids(one: Told, vocabulary: Vocabulary) -> str | None:
    """The words that forbid: where “^” begins a phrase, only at the head of a sentence or after a comma."""
    keys = one.keys
    heads = {0, *(at + 1 for at, word in enumerate(one.words) if word.punctuation)}
    if keys and keys[0] in vocabulary.please:
        heads.add(1)
    marked = [key for at, key in enumerate(keys) for key in (["^", key] if at in heads else [key])]
    for start, end, _ in vocabulary.negatives.find(marked):
        return " ".join(key for key in marked[start:end] if key != "^")
    return None


def _denies_twice(one: Told, vocabulary: Vocabulary) -> tuple[str, str] | None:
    keys = f" {' '.join(one.keys)} "
    for first, second in vocabulary.double_negatives:
        at = keys.find(f" {first} ")
        if at >= 0 and f" {second} " in keys[at + len(first) + 1 :]:
            return first, second
    return None
