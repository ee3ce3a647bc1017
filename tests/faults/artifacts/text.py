"""Faults planted in clean plain text: a piece of it is another."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from everyway.model import Artifact, Source
from everyway.writing.text.make import make_text
from tests.faults.planting import folder_for, planted, publication


@cache
def clean() -> Artifact:
    """The text of the small publication."""
    (made,) = make_text(publication(), publication().edition("plan"), {}, folder_for("text"))
    return made


def spoilt(old: str, new: str, folder: Path) -> Artifact:
    text = clean().path.read_text("utf-8")
    assert old in text
    target = folder / clean().path.name
    target.write_text(text.replace(old, new, 1), "utf-8")
    return replace(clean(), path=target)


CHANGES: dict[str, tuple[str, str, str]] = {
    "a word lost": ("TEXT001", "sing loudly before", "sing before"),
    "a bullet lost": ("TEXT001", "- apple", "  apple"),
    "another number": ("TEXT001", "2. water", "3. water"),
    "the name of a column lost": ("TEXT001", "Baskets: seven", "seven"),
    "a picture that is not told": ("TEXT001", "[Picture: A blue square]", ""),
    "a call of a note lost": ("TEXT001", "Compost[1]", "Compost"),
    "an address lost": ("TEXT001", " <https://example.org/guide>", ""),
    "a quotation that is none": ("TEXT001", "> Gardening", "Gardening"),
    "a heading of another level": (
        "TEXT001",
        "Trees of the valley\n-------------------",
        "Trees of the valley\n===================",
    ),
    "a word doubled": ("TEXT002", "sing loudly before", "sing loudly loudly before"),
    "words in another order": ("TEXT003", "Early birds sing loudly before", "birds sing loudly Early before"),
    "a line too long": (
        "TEXT004",
        "Early birds sing loudly before sunrise.\n\nCompost[1] feeds hungry soil.\n\nRead",
        "Early birds sing loudly before sunrise. Compost[1] feeds hungry soil. Read",
    ),
    "an underline too short": ("TEXT005", "-------------------", "------------------"),
    "spaces at the end of a line": ("TEXT006", "hungry soil.\n", "hungry soil. \n"),
    "an invisible sign": ("TEXT006", "hungry soil.", "hungry\u200b soil."),
    "a tab": ("TEXT006", "hungry soil.", "hungry\tsoil."),
    "a rule lost": ("TEXT007", "_" * 72 + "\n\n\n\nWhat", "What"),
}
"""What is done to it: the rule that it breaks, and what becomes what."""

LINES: dict[str, int | Source] = {
    "a word lost": 3,
    "a bullet lost": 16,
    "another number": 19,
    "the name of a column lost": 23,
    "a picture that is not told": 28,
    "a call of a note lost": 5,
    "an address lost": 7,
    "a quotation that is none": 30,
    "a heading of another level": 10,
    "a word doubled": 3,
    "words in another order": 3,
    "a line too long": 3,
    "an underline too short": 10,
    "spaces at the end of a line": 5,
    "an invisible sign": 5,
    "a tab": 5,
}
"""The line that is to be named."""

FAULTS = tuple(
    planted("text", name, rule, partial(spoilt, old, new), LINES.get(name))
    for name, (rule, old, new) in CHANGES.items()
)
