"""What belongs to the document as a whole: its word list, its test with readers, languages that we cannot check."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.easy_read.document import Document
from everyway.checking.easy_read.frequency import common_words
from everyway.checking.easy_read.vocabulary import vocabulary_of
from everyway.findings import Finding
from everyway.model import Term
from everyway.model.walk import inlines_of


def word_list(document: Document) -> Iterator[Finding]:
    """A document that makes words bold as explained and has no list that explains them."""
    edition = document.edition
    used = (inline for one in document.sentences for inline in inlines_of(one.sentence.inlines))
    if not edition.word_list and any(isinstance(inline, Term) for inline in used):
        message = f"“{edition.title}” uses words of the glossary, but its word list is switched off."
        yield Finding("ER062", message, edition.source)


def tested(document: Document) -> Iterator[Finding]:
    """A document that nobody has said people with a learning disability have tested."""
    if not document.edition.tested_with:
        message = f"Nobody has said that people with a learning disability have tested “{document.edition.title}”."
        yield Finding("ER064", message, document.edition.source)


def languages(document: Document) -> Iterator[Finding]:
    """Languages of the edition for which there are no words to look for."""
    for language in dict.fromkeys(one.language for one in document.sentences):
        vocabulary = vocabulary_of(language)
        missing = []
        if not vocabulary.language:
            missing = [
                "two ideas in a sentence",
                "passive verbs",
                "sayings",
                "negatives",
                "short forms",
                "numbers in words",
            ]
        if common_words(vocabulary.frequencies, document.profile.limits.zipf) is None:
            missing.append("hard words")
        if missing:
            looked = " and ".join([", ".join(missing[:-1]), missing[-1]] if len(missing) > 1 else missing)
            message = f"In the language “{language}” nothing has looked for {looked}: there are no word lists for it."
            yield Finding("ER065", message, document.edition.source)
