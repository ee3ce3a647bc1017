"""Did you mean? The nearest known name to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name most like `word`, or an empty string when none is alike."""
    names = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold()[:80], names, n=1, cutoff=0.6)
    return names[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that suggests the nearest known name, or an empty string."""
    name = nearest(word, known)
    return f"Did you mean “{name}”?" if name else ""
