"""Words of the sources, quoted so that nothing in them can reach a terminal, break XML or turn the line round."""

import re

_FLAG = re.compile("\U0001f3f4[\U000e0061-\U000e007a]{5}\U000e007f")
"""A flag of England, Scotland or Wales: the only tags that may stay, as others hide words."""

_KEPT = "\n\t\u200c\u200d"
"""Line ends and tabs, and the two signs that join or part letters in words and emoji."""


def visible(text: str) -> str:
    """The text with a sign (�) for each character that nobody can see: controls, surrogates, directions."""
    if text.isprintable():
        return text
    pieces, end = [], 0
    for flag in _FLAG.finditer(text):
        pieces += [*map(_shown, text[end : flag.start()]), flag.group()]
        end = flag.end()
    return "".join([*pieces, *map(_shown, text[end:])])


def _shown(letter: str) -> str:
    if letter.isprintable() or letter in _KEPT:
        return letter
    # Spaces of other widths stay spaces; the control characters that Python also calls spaces do not.
    return " " if letter.isspace() and ord(letter) > 0x9F else "�"


def shortened(text: str, most: int) -> str:
    """The text, cut after `most` characters with a sign for what is missing."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
