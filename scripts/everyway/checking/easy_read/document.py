"""An Easy Read edition with all that its rules need to know: sentences, allowed words, vocabulary, profile."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from everyway.checking.easy_read.frequency import bases
from everyway.checking.easy_read.profiles import Profile, profile_of
from everyway.checking.easy_read.told import WORD, Mark, Told, told
from everyway.checking.easy_read.vocabulary import Vocabulary, vocabulary_of
from everyway.model import Edition, Entry, Publication


@dataclass(frozen=True, slots=True)
class Document:
    """`explained` are the letters that the glossary explains, `listed` every word of it with its regular forms.

    `names` are words that stand with a capital in the middle of a sentence.
    """

    publication: Publication
    edition: Edition
    profile: Profile
    sentences: tuple[Told, ...]
    explained: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def vocabulary(self, one: Told) -> Vocabulary:
        """The vocabulary of a sentence's language."""
        return vocabulary_of(one.language)

    def is_listed(self, key: str) -> bool:
        """Whether the glossary explains a word, in this or another regular form."""
        return any(base in self.listed for base in bases(key))


def document_of(publication: Publication, edition: Edition) -> Document:
    """An edition in, the document out."""
    sentences = told(edition)
    return Document(
        publication,
        edition,
        profile_of(edition),
        sentences,
        frozenset(entry.word for entry in publication.glossary),
        frozenset(base for entry in publication.glossary for key in keys_of(entry) for base in bases(key)),
        frozenset(
            word.key
            for one in sentences
            for before, word in pairwise(one.words)
            if word.capital and before.key != ":" and word.mark is Mark.NONE
        ),
    )


def keys_of(entry: Entry) -> tuple[str, ...]:
    """The words of a glossary entry as they are looked up."""
    return tuple(match[0].replace("’", "'").casefold() for match in WORD.finditer(entry.word))
