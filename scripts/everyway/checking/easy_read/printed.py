"""Easy Read on paper, beyond what every print keeps: how many pages it has, and what its front says it is."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.easy_read.profiles import profile_of
from everyway.checking.paper.copy import Copy
from everyway.findings import Finding
from everyway.wording import words_for


def too_many_pages(copy: Copy) -> Iterator[Finding]:
    """A PDF with more pages than the edition's profile allows; large print has more, and may."""
    profile, pages = profile_of(copy.edition), len(copy.sheets)
    if pages > profile.limits.pages:
        message = f"“{copy.edition.title}” has {pages} pages; {profile.limits.pages} are the most."
        yield from _at_its_level(copy, "ER060", message)


def no_name(copy: Copy) -> Iterator[Finding]:
    """A first page that does not say “Easy Read”, in the edition's language or in English."""
    name = words_for(copy.edition.language)("easy-read")
    front = copy.sheets[0] if copy.sheets else None
    drawn = "".join(glyph.character for run in front.runs for glyph in run.glyphs) if front else ""
    if _letters(name) not in _letters(drawn):
        message = f"The front of “{copy.edition.title}” does not say “{name}”."
        yield from _at_its_level(copy, "ER061", message, "page 1")


def _at_its_level(copy: Copy, rule: str, message: str, place: str = "") -> Iterator[Finding]:
    levels = profile_of(copy.edition).levels
    if rule in levels:
        where, form = copy.edition.source, copy.artifact.format
        yield Finding(rule, message, where, format=form, place=place, own_level=levels[rule])


def _letters(words: str) -> str:
    """Letters only: where lines and spaces fall is the theme's."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())
