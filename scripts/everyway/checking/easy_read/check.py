"""Every rule of Easy Read that the sources can break, as one list, and the check that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from everyway.checking.easy_read import (
    dates,
    length,
    letters,
    negatives,
    numbers,
    passive,
    pictures,
    reader,
    sayings,
    structure,
    verbs,
    words,
)
from everyway.checking.easy_read.document import Document, document_of
from everyway.findings import Finding
from everyway.model import Publication

RULES: tuple[Callable[[Document], Iterable[Finding]], ...] = (
    length.long_sentences,
    letters.unexplained_letters,
    letters.cut_short,
    verbs.joined_ideas,
    passive.passive,
    words.hard_words,
    words.plain_terms,
    words.same_words,
    sayings.sayings,
    words.easier_words,
    numbers.in_words,
    numbers.roman,
    numbers.hard_to_picture,
    dates.short_dates,
    letters.in_capitals,
    negatives.negatives,
    reader.distant,
    pictures.crowded,
    pictures.same_picture,
    structure.word_list,
    structure.tested,
    structure.languages,
)


def easy_read(publication: Publication) -> Iterator[Finding]:
    """Every finding in the Easy Read editions: the rules of each edition's profile, at its levels."""
    for edition in publication.editions:
        if not edition.easy_read:
            continue
        document = document_of(publication, edition)
        levels = document.profile.levels
        for rule in RULES:
            for finding in rule(document):
                if finding.rule in levels:
                    yield replace(finding, own_level=levels[finding.rule])
