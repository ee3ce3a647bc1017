"""The order of a talking book: the same in its places to go to, its parts, its sound and its text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from everyway.checking.daisy.files import Ruled
from everyway.checking.daisy.reading import Book, Phrase
from everyway.checking.daisy.sound import read_mp3

REST = 500
"""Milliseconds at the end of an MP3 that may belong to no phrase: encoders fill the last frame with silence."""


def same_order(book: Book) -> Iterator[Ruled]:
    """Places, parts and words that come in another order than they are spoken in."""
    if list(book.refs) != sorted(book.smils):
        yield "DSY015", "The master file does not name the parts in the order of their numbers.", "master.smil"
    spoken = [phrase.name for phrase in book.phrases]
    listed = [spoken.index(f"{item.file}#{item.fragment}") for item in book.items]
    for (before, after), item in zip(pairwise(listed), book.items[1:], strict=False):
        if after <= before:
            yield "DSY015", f"“{item.words}” stands after a place that is spoken later.", "ncc.html"
    said = [phrase.fragment for phrase in book.phrases]
    for phrase, place in zip(said, book.places, strict=False):
        if phrase != place.id:
            yield "DSY015", f"“{place.words[:60]}” stands in the text where something else is spoken.", "content.html"
            return


def clips(book: Book) -> Iterator[Ruled]:
    """Stretches of sound that overlap or leave something out, or end before they begin."""
    for sound, group in groupby(book.phrases, key=lambda phrase: phrase.sound):
        yield from _tiled(sound, list(group))


def sounds(book: Book) -> Iterator[Ruled]:
    """Sound that old players do not play well, that is too short for its stretches, or that no stretch reaches."""
    for name in sorted({phrase.sound for phrase in book.phrases}):
        mp3 = read_mp3(book.files[name])
        for fault in mp3.faults:
            yield "DSY018", f"Of this MP3, {fault}.", name
        last = max(phrase.end or 0 for phrase in book.phrases if phrase.sound == name)
        if last > mp3.milliseconds:
            yield "DSY017", f"The last stretch of it ends at {last} ms, but it is {mp3.milliseconds} ms long.", name
        elif mp3.milliseconds - last > REST and not mp3.faults:
            yield "DSY017", f"Its last {mp3.milliseconds - last} ms belong to nothing.", name


def _tiled(sound: str, phrases: list[Phrase]) -> Iterator[Ruled]:
    end = 0
    for phrase in phrases:
        if phrase.begin is None or phrase.end is None:
            yield "DSY016", f"{phrase.id} does not say when it begins and ends.", phrase.file
            return
        if phrase.begin != end:
            yield (
                "DSY016",
                f"{phrase.id} begins at {phrase.begin} ms of {sound}; what is before ends at {end} ms.",
                phrase.file,
            )
        if phrase.end <= phrase.begin:
            yield "DSY016", f"{phrase.id} ends when it begins, or before.", phrase.file
        end = phrase.end
