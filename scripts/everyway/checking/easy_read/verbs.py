"""One idea, one verb: sentences that join two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from everyway.checking.easy_read.document import Document
from everyway.checking.easy_read.told import Told, Word
from everyway.checking.easy_read.vocabulary import Vocabulary
from everyway.findings import Finding

MOST_VERBS = 2
"""Helping verbs (is, has, will …) apart from one another: with three, three things are said."""

_REACH = 4
"""How far behind “and” the verb of a second idea can stand, in words."""


def joined_ideas(document: Document) -> Iterator[Finding]:
    """Sentences that hold two ideas, with the word at which the second begins."""
    for one in document.sentences:
        words = [word for word in one.words if not word.punctuation]
        if len(words) <= document.profile.limits.alike:
            continue
        vocabulary = document.vocabulary(one)
        join = _join(one, vocabulary)
        if join is not None:
            message = f"This sentence has more than one idea; another begins at “{join}”, in “{one.text.strip()}”"
            fix = f"Make two sentences of it. End the first before “{join.split()[0]}”."
            yield Finding("ER020", message, one.sentence.source, fix)
        elif (verbs := _verbs(words, vocabulary)) > MOST_VERBS:
            message = f"This sentence has {verbs} or more verbs, so it says more than one thing: “{one.text.strip()}”"
            yield Finding("ER020", message, one.sentence.source)


def _join(one: Told, vocabulary: Vocabulary) -> str | None:
    keys = one.keys
    for start, end, _ in vocabulary.joins.find(keys):
        if 0 < start < end < len(keys):
            words = [word.text for word in one.words[start:end] if not word.punctuation]
            following = one.words[end].text if not one.words[end].punctuation else ""
            return " ".join([*words, following]).strip()
    return _second_subject(one.words, vocabulary)


def _second_subject(words: tuple[Word, ...], vocabulary: Vocabulary) -> str | None:
    for at, word in enumerate(words):
        if word.key not in vocabulary.conjunctions or not 0 < at < len(words) - 1:
            continue
        if not any(before.key in vocabulary.auxiliaries for before in words[:at]) and not _is_comma(words[at - 1]):
            continue
        reach = words[at + 1 : at + 1 + _REACH]
        verb = next((n for n, near in enumerate(reach) if near.key in vocabulary.auxiliaries), None)
        if verb is not None and not any(near.punctuation for near in reach[:verb]):
            return f"{word.text} {words[at + 1].text}"
    return None


def _is_comma(word: Word) -> bool:
    return word.text == ","


def _verbs(words: list[Word], vocabulary: Vocabulary) -> int:
    """How many times a helping verb stands after a word that is none."""
    keys = ["", *(word.key for word in words)]
    return sum(key in vocabulary.auxiliaries and before not in vocabulary.auxiliaries for before, key in pairwise(keys))
