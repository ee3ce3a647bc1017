"""A section's words as pieces: every word of every construct once, and no difference but in words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from everyway.checking.in_step.pieces import hash_of, line_of, own_pieces
from everyway.model import Link, Place, Sentence, Source, Text
from everyway.model.walk import plain_text, sections_of, sentences_of
from everyway.reading.publication import read_publication

CONSTRUCTS = Path(__file__).parents[2] / "publications" / "constructs"


def test_every_word_of_every_construct_is_in_a_piece_once() -> None:
    publication = read_publication(CONSTRUCTS).publication
    assert publication is not None
    kinds: set[str] = set()
    for edition in publication.editions:
        for section in sections_of(edition):
            pieces = tuple(own_pieces(section, edition.language))
            kinds |= {piece.kind for piece in pieces}
            lines = Counter(word for piece in pieces for line in piece.lines for word in line.split())
            said = Counter(word for sentence in sentences_of(section) for word in plain_text(sentence.inlines).split())
            assert said - lines == Counter(), section.id
    assert kinds == {
        "heading", "paragraph", "item", "term", "meaning", "caption", "row", "picture", "note", "code",
    }  # fmt: skip


def test_words_in_another_language_keep_it() -> None:
    publication = read_publication(CONSTRUCTS).publication
    assert publication is not None
    pieces = [
        piece for edition in publication.editions for section in sections_of(edition)
        for piece in own_pieces(section, edition.language)
    ]  # fmt: skip
    foreign = {pair for piece in pieces for pair in piece.foreign}
    assert foreign
    for piece in pieces:
        assert all(any(words in line for line in piece.lines) for words, _ in piece.foreign)


@pytest.mark.parametrize(
    ("target", "line"),
    [
        ("https://example.org/a", "our page <https://example.org/a>"),
        ("mailto:us@example.org", "our page <us@example.org>"),
        ("tel:111", "our page"),
        (Place("plan", "parks"), "our page"),
    ],
)
def test_an_address_behind_a_link_is_told_too(target: str | Place, line: str) -> None:
    sentence = Sentence("s", (Link((Text("our page"),), target),), Source("a.md"))
    assert line_of(sentence) == line


def test_an_address_that_is_shown_is_told_once() -> None:
    link = Link((Text("us@example.org"),), "mailto:us@example.org")
    assert line_of(Sentence("s", (Text("Write to "), link), Source("a.md"))) == "Write to us@example.org"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (["One two.", "Three."], ["One two. Three."], True),
        (["One  two."], ["One\u00a0two."], True),
        (["One two."], ["One Two."], False),
        (["One two."], ["One two"], False),
        (["One two."], ["Onetwo."], False),
    ],
)
def test_the_hash_is_of_the_words(one: list[str], other: list[str], same: bool) -> None:
    assert (hash_of(one) == hash_of(other)) is same
