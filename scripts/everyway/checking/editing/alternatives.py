"""Alternative texts: whether what stands in a picture's place says what the picture says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from everyway.checking.editing.copy import Copy, excerpt
from everyway.checking.editing.pictures import Shown
from everyway.checking.editing.vocabulary import either, words
from everyway.findings import Finding

LONGEST = 250
"""Characters; screen readers read an alternative text in one go, without a way to pause or go back."""

_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?|heic|pdf|eps)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:img|dsc[nf]?|p|pict?|pxl|image|photo|picture|screen ?shot|scan|figure|fig|untitled|chart|graph)"
    r"[-_ ]?\d[\d_-]*",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*(?:_[a-z0-9]+|[_-]v?\d+)", re.IGNORECASE)


def alternatives(copy: Copy) -> Iterator[Finding]:
    """What is wrong with alternative texts, told of where each is written; what stands beside it, where it is shown."""
    first: dict[str, Shown] = {}
    said: dict[str, Shown] = {}
    for shown in copy.pictures:
        alt = shown.picture.alt
        if not alt:
            continue
        if shown.picture.name not in first:
            first[shown.picture.name] = shown
            yield from _of_itself(shown, alt)
            yield from _told_before(said, shown, alt)
        yield from _twice(shown, alt)


def _of_itself(shown: Shown, alt: str) -> Iterator[Finding]:
    name, where = shown.picture.name, shown.picture.source or shown.source
    bare = alt.strip().strip(".").strip()
    if any(pattern.fullmatch(alt.strip()) for pattern in (_FILE, _NUMBERED, _JOINED)):
        message = f"The alternative text of the picture “{name}” is the name of a file: “{alt}”."
        yield Finding("ALT001", message, where)
    elif bare.casefold() in words("alternatives", "empty"):
        message = f"“{alt}” is all that the alternative text of the picture “{name}” says."
        yield Finding("ALT002", message, where)
    elif opening := _opening().match(alt):
        rest = alt[opening.end() :].strip()
        message = f"The alternative text of the picture “{name}” begins with “{opening[0].strip()}”."
        yield Finding("ALT003", message, where, f"Write “{rest[:1].upper()}{excerpt(rest[1:], 8)}”.")
    if len(alt) > LONGEST:
        message = f"The alternative text of the picture “{name}” has {len(alt)} characters: “{excerpt(alt, 8)}”"
        yield Finding("ALT004", message, where)


def _told_before(said: dict[str, Shown], shown: Shown, alt: str) -> Iterator[Finding]:
    twin = said.setdefault(_bare(alt), shown)
    where = shown.picture.source or shown.source
    if twin.picture.file != shown.picture.file:
        message = f"The pictures “{twin.picture.name}” and “{shown.picture.name}” have the same words: “{alt}”."
        yield Finding("ALT006", message, where)


def _twice(shown: Shown, alt: str) -> Iterator[Finding]:
    for words_there, place in ((shown.caption, "its caption"), (shown.beside, "the words beside it")):
        if words_there and _bare(words_there) == _bare(alt):
            message = f"The picture “{shown.picture.name}” says the same as {place}: “{excerpt(alt)}”."
            yield Finding("ALT005", message, shown.source)


def _opening() -> re.Pattern[str]:
    kinds = either(words("alternatives", "kinds"))
    return re.compile(rf"(?:(?:an?|the|this is an?|this)\s+)?(?:{kinds})\s+(?:of|showing|shows)\s+", re.IGNORECASE)


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text.casefold()).split())
