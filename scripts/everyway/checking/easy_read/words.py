"""Easy words: hard ones, words with an easier twin, words of the glossary, and one word for one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from everyway.checking.easy_read.document import Document, keys_of
from everyway.checking.easy_read.frequency import bases, common_words
from everyway.checking.easy_read.phrases import phrases
from everyway.checking.easy_read.told import Mark, Told, Word, quote
from everyway.findings import Finding
from everyway.model import Term
from everyway.model.walk import inlines_of

_SHORTEST = 3


def hard_words(document: Document) -> Iterator[Finding]:
    """Words that few people know and nobody explains, each at the first place where it stands."""
    places: dict[str, tuple[Word, Told]] = {}
    counts: Counter[str] = Counter()
    explained = _explained(document)
    first: dict[str, str] = {}
    for one in document.sentences:
        for at, word in enumerate(one.words):
            if not _is_hard(document, one, at) or not explained.isdisjoint(bases(word.key)):
                continue
            key = next((first[base] for base in bases(word.key) if base in first), word.key)
            first.update(dict.fromkeys(bases(word.key), key))
            places.setdefault(key, (word, one))
            counts[key] += 1
    for key, (word, one) in places.items():
        more = f" It stands in {counts[key]} places." if counts[key] > 1 else ""
        message = f"“{word.text}” may be a hard word, in {one.quoted}.{more}"
        yield Finding("ER022", message, one.sentence.source)


def easier_words(document: Document) -> Iterator[Finding]:
    """Words and phrases for which there is an easier one."""
    for one in document.sentences:
        for start, end, easier in document.vocabulary(one).easier.find(one.keys):
            words = one.words[start:end]
            if any(word.mark in (Mark.TERM, Mark.LETTERS) for word in words) or (start > 0 and words[0].capital):
                continue
            if len(words) == 1 and document.is_listed(words[0].key):
                continue
            phrase = " ".join(word.text for word in words)
            message = f"There are easier words than “{phrase}”, in {one.quoted}."
            yield Finding("ER026", message, one.sentence.source, f"Try {quote(easier.split(' / '))}.")


def plain_terms(document: Document) -> Iterator[Finding]:
    """Words of the glossary that the edition uses and never makes bold, so that its word list lacks them."""
    listed = {
        inline.entry
        for one in document.sentences
        for inline in inlines_of(one.sentence.inlines)
        if isinstance(inline, Term)
    }
    entries = {" ".join(keys_of(entry)): entry for entry in document.publication.glossary}
    search = phrases({phrase: entry.id for phrase, entry in entries.items()})
    told = {entry.id for entry in entries.values() if entry.id in listed or entry.expansion}
    for one in document.sentences:
        for start, end, _ in search.find(one.keys):
            entry = entries[" ".join(one.keys[start:end])]
            explains = one.keys[end : end + 1] == ("means",)
            if entry.id in told or explains or any(word.mark is Mark.TERM for word in one.words[start:end]):
                continue
            told.add(entry.id)
            message = f"“{entry.word}” is in the glossary, but it is nowhere bold; first in {one.quoted}."
            yield Finding("ER023", message, one.sentence.source, f"Make it bold here: “**{entry.word}**”.")


def same_words(document: Document) -> Iterator[Finding]:
    """Other words for a thing that the glossary names."""
    named = {synonym.casefold(): entry.word for entry in document.publication.glossary for synonym in entry.same_as}
    if not named:
        return
    own = {" ".join(keys_of(entry)) for entry in document.publication.glossary}
    search = phrases({**dict.fromkeys(own, ""), **{f"{each}s": word for each, word in named.items()}, **named})
    for one in document.sentences:
        for start, end, word in search.find(one.keys):
            if word and not any(each.mark is Mark.TERM for each in one.words[start:end]):
                used = " ".join(each.text for each in one.words[start:end])
                message = f"“{used}” says the same as “{word}”, the word for it elsewhere, in {one.quoted}."
                yield Finding("ER024", message, one.sentence.source, f"Write “{word}” here too.")


def _is_hard(document: Document, one: Told, at: int) -> bool:
    word = one.words[at]
    vocabulary = document.vocabulary(one)
    common = common_words(vocabulary.frequencies, document.profile.limits.zipf)
    if common is None or word.mark in (Mark.TERM, Mark.LETTERS, Mark.ADDRESS) or len(word.key) < _SHORTEST:
        return False
    if not word.key.replace("-", "").replace("'", "").isalpha() or word.text.isupper():
        return False
    following = one.words[at + 1 : at + 2]
    name = at > 0 or word.key in document.names or any(each.capital for each in following)
    if (word.capital and name) or document.is_listed(word.key):
        return False
    return not all(
        any(base in common or base in vocabulary.easy for base in bases(part))
        for part in word.key.split("-")
        if len(part) >= _SHORTEST
    )


def _explained(document: Document) -> set[str]:
    """Bold words that stand again in the next sentence, which tells what they mean."""
    found: set[str] = set()
    for one, following in pairwise(document.sentences):
        bold = {base for word in one.words if word.mark is Mark.BOLD for base in bases(word.key)}
        if bold:
            found |= bold & {base for key in following.keys for base in bases(key)}
    return found
