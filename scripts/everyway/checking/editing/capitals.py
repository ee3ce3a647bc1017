"""Words in capitals: shouted ones, and abbreviations that nobody explains. Easy Read has rules of its own for both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from everyway.checking.editing.copy import Copy, Kind, Line, around, excerpt, foreign_parts
from everyway.checking.editing.vocabulary import words
from everyway.findings import Finding
from everyway.model import Abbreviation
from everyway.model.walk import inlines_of

_CAPITALS = r"[A-Z](?:[A-Z]|&(?=[A-Z])){1,40}"
_RUN = re.compile(rf"(?<![\w@/.&-]){_CAPITALS}(?:['’]S)?(?:[ ,–-]+(?:{_CAPITALS}(?:['’]S)?|[AI](?![\w.])))+(?![\w@/])")
_ONE = re.compile(r"(?<![\w@/.#&-])[A-Z]{2,}(?![\w@/-])")
_LETTERS = re.compile(r"(?<![\w@/.#&-])[A-Z](?:[A-Z]|&(?=[A-Z])){1,7}(?=s?(?![\w@/]|-?\d))")
_ROMAN = re.compile(r"[IVXLC]+")
_LONG_ENOUGH = 4
"""Letters of a word in a row of capitals that is hardly an abbreviation."""


def capitals(copy: Copy) -> Iterator[Finding]:
    """Words in capitals that are not abbreviations: a row, or one that people shout; not in Easy Read."""
    known = _known(copy)
    for line in copy.lines:
        if line.kind is not Kind.PICTURE and not line.easy_read:
            shouted = next(_shouted(line, known), None)
            if shouted:
                message = f"“{shouted}” stands in capitals, in “{excerpt(line.text)}”."
                yield Finding("TXT001", message, line.source)


def _shouted(line: Line, known: Set[str]) -> Iterator[str]:
    for run in _RUN.finditer(line.prose):
        strange = [word for word in re.findall(_CAPITALS, run[0]) if word not in known]
        if len(strange) > 1 and any(len(word) >= _LONG_ENOUGH for word in strange):
            yield run[0]
    for match in _ONE.finditer(line.prose):
        if match[0].casefold() in words("capitals", "shouted") and match[0] not in known:
            yield match[0]


def abbreviations(copy: Copy) -> Iterator[Finding]:
    """The first place of each row of letters that neither the glossary nor the text explains; not in Easy Read."""
    known = _known(copy)
    told: set[tuple[str, str]] = set()
    for line in copy.lines:
        if line.easy_read or line.kind in (Kind.PICTURE, Kind.SETTING):
            continue
        shouted = set(re.findall(_CAPITALS, " ".join(_shouted(line, known))))
        for letters in _LETTERS.findall(line.prose):
            if letters in known or letters in shouted or (line.edition, letters) in told or _ROMAN.fullmatch(letters):
                continue
            told.add((line.edition, letters))
            if not _explains(line.text, letters):
                message = f"Nothing says what “{letters}” stands for, in “{_near(line, letters)}”."
                yield Finding("TXT002", message, line.source)


def _near(line: Line, letters: str) -> str:
    start = line.prose.index(letters)
    return around(line.prose, start, start + len(letters))


def _known(copy: Copy) -> frozenset[str]:
    """Letters that everybody knows, or that the glossary, the text or the pronunciations tell about."""
    publication = copy.publication
    known = set(words("capitals", "well_known"))
    for entry in publication.glossary:
        known.update(entry.word.split(), [entry.word])
    for line in copy.lines:
        known.update(one.text for one in inlines_of(line.inlines) if isinstance(one, Abbreviation))
        known.update(part.text for part in foreign_parts(line))
    return frozenset(known)


def _explains(text: str, letters: str) -> bool:
    """Whether a sentence says what letters stand for: “National Health Service (NHS)”, “NHS means …”."""
    own = re.escape(letters)
    said = words("capitals", "explaining")
    if re.search(rf"\({own}s?[,;)]|\b{own}s?,? \(|\b{own}s?,? (?:{'|'.join(said)})\b", text):
        return True
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", text) if word not in (letters, f"{letters}s"))
    return len(letters) > 2 and letters.replace("&", "a").casefold() in initials.casefold()
