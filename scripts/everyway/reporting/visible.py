"""Words of the sources, quoted so that nothing in them can reach a terminal, break XML or turn the line round."""

_KEPT = "\n\t\u200c\u200d"
"""Line ends and tabs, and the two signs that join or part letters in words and emoji."""


def visible(text: str) -> str:
    """The text with a sign (�) for each character that nobody can see: controls, surrogates, directions."""
    if text.isprintable():
        return text
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if letter.isprintable() or letter in _KEPT:
        return letter
    # Spaces of other widths stay spaces; the control characters that Python also calls spaces do not.
    return " " if letter.isspace() and ord(letter) > 0x9F else "�"


def shortened(text: str, most: int) -> str:
    """The text, cut after `most` characters with a sign for what is missing."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
