"""Active, not passive: a form of “to be” or “to get” with a participle after it."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.easy_read.document import Document
from everyway.checking.easy_read.told import Told, Word
from everyway.checking.easy_read.vocabulary import Vocabulary
from everyway.findings import Finding

_QUESTION = 4
"""In a question, how many words can stand between “is” and the participle."""


def passive(document: Document) -> Iterator[Finding]:
    """Passive verbs, with who does it where the sentence tells."""
    for one in document.sentences:
        vocabulary = document.vocabulary(one)
        for start, end in _passives(one, vocabulary):
            words = " ".join(word.text for word in one.words[start : end + 1])
            message = f"“{words}” does not begin with who does it, in {one.quoted}."
            yield Finding("ER021", message, one.sentence.source, _fix(one, end, vocabulary))
            break


def _fix(one: Told, end: int, vocabulary: Vocabulary) -> str:
    """With who does it, where “by” comes next; after “by” a day or a number tells when."""
    rest = one.words[end + 1 :]
    if len(rest) < 2 or rest[0].key != "by" or rest[1].text[0].isdigit() or rest[1].key in vocabulary.times:
        return ""
    who = rest[1 : 4 if rest[1].key in vocabulary.articles else 3]
    said = " ".join(word.text for word in who if not word.punctuation)
    return f"Begin the sentence with who does it: “{said} …”."


def _passives(one: Told, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    words = one.words
    question = one.text.rstrip().endswith("?")
    for at, word in enumerate(words):
        be = word.key in vocabulary.to_be or word.key.endswith(("'re", "'m"))
        if not be and word.key not in vocabulary.to_get:
            continue
        reach = _QUESTION if question and at == 0 and be else 0
        for to in range(at + 1, len(words)):
            if _is_passive(words, to, vocabulary, be):
                yield at, to
                break
            key = words[to].key
            if key in vocabulary.between or (key.endswith("ly") and len(key) > len("only")):
                continue
            if words[to].punctuation or reach == 0:
                break
            reach -= 1


def _is_passive(words: tuple[Word, ...], at: int, vocabulary: Vocabulary, be: bool) -> bool:
    key = words[at].key.rpartition("-")[2]
    following = words[at + 1].key if at + 1 < len(words) else ""
    if key in vocabulary.not_participles or not (key in vocabulary.participles or key.endswith("ed")):
        return False
    if following == "by" and at + 2 < len(words):
        return key not in vocabulary.states_before or "by" not in vocabulary.states_before[key]
    if following in vocabulary.states_before.get(key, ()):
        return False
    if not be and key in vocabulary.states_after_get:
        return False
    return key not in vocabulary.states
