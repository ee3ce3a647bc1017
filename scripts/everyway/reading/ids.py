"""Ids: made from words, valid in HTML and XML, unique in their edition and stable under edits elsewhere."""

import hashlib
import re
import unicodedata

LONGEST = 60
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d"}
    | {"þ": "th", "Þ": "th", "ł": "l", "Ł": "l", "ı": "i", "’": "", "'": "", "‘": ""}
)
_VALID = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


def slug(words: str) -> str:
    """Words in, an id of ASCII letters, digits and hyphens out: `Ŵy a llaeth` gives `wy-a-llaeth`.

    Words in a script that has no plain Latin letters give `section-` and a short hash of them, so that the id still
    stays the same when other headings change; words without any letter or digit give an empty string.
    """
    plain = unicodedata.normalize("NFKD", words.translate(_LETTERS)).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not name:
        return f"section-{short_hash(words)}" if any(letter.isalnum() for letter in words) else ""
    if len(name) > LONGEST:
        name = name[:LONGEST].rsplit("-", 1)[0].strip("-") or name[:LONGEST]
    return name if name[0].isalpha() else f"s-{name}"


def valid_id(name: str) -> bool:
    """Whether a name that an editor chose can be an id everywhere: it starts with a letter, and has no odd signs."""
    return _VALID.fullmatch(name) is not None


def short_hash(text: str) -> str:
    """Eight hexadecimal digits that stay the same for the same text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


class Ids:
    """The ids that an edition has given out."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._taken

    def take(self, *wishes: str) -> str:
        """The first wish that is free, else the last wish with the first free number after it; now taken."""
        for wish in wishes:
            if wish not in self._taken:
                self._taken.add(wish)
                return wish
        last = wishes[-1]
        number = self._numbers.get(last, 2)
        while (name := f"{last}-{number}") in self._taken:
            number += 1
        self._numbers[last] = number + 1
        self._taken.add(name)
        return name
