"""Pronunciations that no word needs, and capitals of which nobody has said how a voice should say them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from everyway.findings import Finding
from everyway.model import Code, Edition, Foreign, Inline, Publication, Sentence, Source
from everyway.model.walk import inlines_of, plain_text, sections_of, sentences_of
from everyway.speech.lexicon import Lexicon, lexicon_of

_MOST_WORDS = 12
_CAPITALS = re.compile(r"(?<![\w'])([A-Z]{2,})(?:'?s)?(?![^\W_])")


def pronunciations(publication: Publication) -> Iterator[Finding]:
    """A finding for each entry that fits no word of any edition, and for the first of each row of unknown capitals.

    Easy Read has a stricter rule of its own: there, all capitals have to be explained (ER003).
    """
    used: set[str] = set()
    told: set[str] = set()
    texts = _Texts(publication)
    for edition in publication.editions:
        lexicon = lexicon_of(publication, edition)
        for text, language, source in texts.of(edition):
            used |= _entries_in(text, lexicon)
            if _main(language) == "en" and not edition.easy_read:
                yield from _unknown(text, language, source, lexicon, told)
    for entry in publication.pronunciations:
        if entry.word not in used:
            yield Finding("SAY003", f"“{entry.word}” stands nowhere in the text.", entry.source)


def _entries_in(text: str, lexicon: Lexicon) -> set[str]:
    patterns = (lexicon.signed, lexicon.plain)
    found = {match[0] for pattern in patterns if pattern for match in pattern.finditer(text.replace("’", "'"))}
    return {entry.word for word in found if (entry := lexicon.entry(word))}


def _unknown(text: str, language: str, source: Source, lexicon: Lexicon, told: set[str]) -> Iterator[Finding]:
    capitals = {word for word in _CAPITALS.findall(text.replace("’", "'")) if word not in told}
    if all(word in _known_to_all() or lexicon.say(word, _main(language)) for word in capitals):
        return  # most often; and reading a text aloud, to see what a voice makes of it, takes a hundred times as long
    from everyway.speech.normaliser import applied
    from everyway.speech.rules.capitals import UNKNOWN
    from everyway.speech.rules.tongue import tongue_of

    for rule, written in applied(text, tongue_of(language, lexicon)):
        word = written.removesuffix("'s").removesuffix("s")
        if rule == UNKNOWN and word not in told:
            told.add(word)
            message = f"“{word}” is said letter by letter, because nothing says otherwise, in “{_short(text)}”."
            yield Finding("SAY004", message, source)


@cache
def _known_to_all() -> frozenset[str]:
    """The capitals that the rules of speech know; read from their table, for the rules themselves take long to load."""
    tables = tomllib.loads((files("everyway") / "speech" / "rules" / "capitals.toml").read_text("utf-8"))
    return frozenset([*tables["words"], *tables["letters"]["known"].split(), *tables["stressed"]["words"].split()])


def _main(language: str) -> str:
    return language.partition("-")[0].lower()


class _Texts:
    """All that a voice says of an edition, with its language and where it was written."""

    def __init__(self, publication: Publication) -> None:
        contact = publication.contact
        said = (publication.title, publication.publisher, publication.rights, contact.note, contact.email)
        self._common = [(text, publication.language, publication.source) for text in said if text]

    def of(self, edition: Edition) -> Iterator[tuple[str, str, Source]]:
        yield from self._common
        yield edition.title, edition.language, edition.source
        for section in sections_of(edition):
            for sentence in sentences_of(section):
                language = section.language or edition.language
                yield _prose(sentence), language, sentence.source
                for inline in inlines_of(sentence.inlines):
                    if isinstance(inline, Foreign):
                        yield plain_text(inline.inlines), inline.language, sentence.source


def _prose(sentence: Sentence) -> str:
    """The words of a sentence in its own language, without what is to be typed exactly."""
    return "".join(_plain(inline) for inline in sentence.inlines)


def _plain(inline: Inline) -> str:
    if isinstance(inline, Code | Foreign):
        return " "
    inner = getattr(inline, "inlines", None)
    return "".join(_plain(one) for one in inner) if inner is not None else plain_text((inline,))


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
