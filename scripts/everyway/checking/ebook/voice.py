"""A book's voice: is every sentence shown while it is said, once and in order, and does every time lie in the sound?

No other tool looks at these: a clip past the end of its sound, two in the wrong order or a gap plays as silence, or as
other words than those shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

from everyway.checking.ebook.reading import Book, Item, Page, kinds, resolved
from everyway.findings import Finding
from everyway.model import Edition, Section, Sentence
from everyway.model.walk import plain_text, sections_of, sentences_of
from everyway.speech.mpeg import seconds

SLACK = 0.25
"""Seconds that a sound may go on after its last clip: an encoder fills its last frames with silence."""

_CLOCK = re.compile(r"(?:(\d+):)?([0-5]?\d):([0-5]?\d(?:\.\d+)?)|(\d+(?:\.\d+)?)s?")
_GROUPS = {"table": "table", "aside": "footnote"}


@dataclass(frozen=True, slots=True)
class Clip:
    """One clip: which id of which file it shows, its sound and times in seconds, and the kinds of groups it is in."""

    file: str
    id: str
    sound: str
    begin: float
    end: float
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Overlay:
    """The overlay of a page, in the order in which it plays."""

    item: Item
    page: Page
    clips: tuple[Clip, ...]


Overlays = Sequence[Overlay]


def overlays(book: Book) -> Overlays:
    """The overlays, by page; BrokenBookError when one cannot be read."""
    found = []
    for page in book.pages:
        item = book.items.get(page.item.overlay)
        if item is not None:
            clips = tuple(_clips(book.tree(item.name).find("body"), item.name, frozenset()))
            found.append(Overlay(item, page, clips))
    return found


def clock(text: str) -> float:
    """A time of SMIL in seconds; -1 for what is none."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return -1.0
    hours, minutes, rest, plain = match.groups()
    return float(plain) if plain else int(hours or 0) * 3600 + int(minutes) * 60 + float(rest)


def _clips(element: Element | None, base: str, around: frozenset[str]) -> Iterator[Clip]:
    for child in element if element is not None else ():
        groups = around | kinds(child)
        if child.tag == "par":
            text, audio = child.find("text"), child.find("audio")
            source = text.get("src", "") if text is not None else ""
            sound, begin, end = (
                (audio.get(key, "") for key in ("src", "clipBegin", "clipEnd")) if audio is not None else ("", "", "")
            )
            file, _, name = source.partition("#")
            yield Clip(
                resolved(base, file), name, resolved(base, sound) if sound else "", clock(begin), clock(end), groups
            )
        else:
            yield from _clips(child, base, groups)


def sentences(book: Book, spoken: Overlays, edition: Edition) -> Iterator[Finding]:
    """Sentences that are never shown while they are said, or more than once, or out of order."""
    by_page = {overlay.page.name: overlay for overlay in spoken}
    for part in edition.sections:
        page = book.part(part.id)
        if page is None:
            continue
        overlay = by_page.get(page.name)
        if overlay is None:
            yield Finding("EPUB024", f"The part “{part.id}” is not read aloud.", part.source, place=page.name)
            continue
        yield from _part(overlay, part)


def _part(overlay: Overlay, part: Section) -> Iterator[Finding]:
    place = overlay.page.name
    order = {name: at for at, element in enumerate(overlay.page.body.iter()) if (name := element.get("id"))}
    times = Counter(clip.id for clip in overlay.clips)
    wanted: dict[str, Sentence] = {
        sentence.id: sentence for section in (part, *sections_of(part)) for sentence in sentences_of(section)
    }
    for name, sentence in wanted.items():
        if times[name] != 1:
            often = "never" if not times[name] else f"{times[name]} times"
            yield Finding(
                "EPUB024",
                f"A sentence is {often} shown while it is said: {_quoted(sentence)}.",
                sentence.source,
                place=place,
            )
    for clip in overlay.clips:
        if clip.file != place or clip.id not in order:
            yield Finding("EPUB024", f"A clip shows “{clip.id}”, which is not on its page.", place=overlay.item.name)
    known = [clip for clip in overlay.clips if clip.id in order]
    for before, after in pairwise(known):
        if order[after.id] <= order[before.id]:
            where = wanted[after.id].source if after.id in wanted else None
            yield Finding(
                "EPUB025",
                f"“{after.id}” is said after “{before.id}”, but stands before it.",
                where,
                place=overlay.item.name,
            )


def _quoted(sentence: Sentence) -> str:
    return f"“{plain_text(sentence.inlines)}”"


def times(book: Book, spoken: Overlays) -> Iterator[Finding]:
    """Clips that do not follow one another, or lie outside their sound."""
    for overlay in spoken:
        for message in _times(book, overlay):
            yield Finding("EPUB026", message, place=overlay.item.name)


def _times(book: Book, overlay: Overlay) -> Iterator[str]:
    last = 0.0
    for clip in overlay.clips:
        if clip.begin < 0 or clip.end <= clip.begin:
            yield f"The clip of “{clip.id}” has no time: {clip.begin:.3f} to {clip.end:.3f} s."
        elif abs(clip.begin - last) > 0.0005:
            kind = "a gap" if clip.begin > last else "an overlap"
            yield f"There is {kind} before the clip of “{clip.id}”: {last:.3f} to {clip.begin:.3f} s."
        last = max(last, clip.end)
    sounds = {clip.sound for clip in overlay.clips}
    if len(sounds) != 1 or not sounds <= book.files.keys():
        yield "The clips of a page do not all lie in one sound of the book."
        return
    try:
        length = seconds(book.files[sounds.pop()])
    except ValueError as error:
        yield f"The sound cannot be read: {error}."
        return
    ends = f"The last clip, of “{overlay.clips[-1].id}”, ends at {last:.3f} s"
    if last > length + 0.0005:
        yield f"{ends}; the sound is only {length:.3f} s long."
    elif last < length - SLACK:
        yield f"{ends}, but the sound goes on to {length:.3f} s."


def groups(book: Book, spoken: Overlays) -> Iterator[Finding]:
    """Tables and notes that a listener could not leave, and pages that could not be passed over."""
    for overlay in spoken:
        inside: dict[str, str] = {}
        for element in overlay.page.body.iter():
            if "pagebreak" in kinds(element):
                inside[element.get("id", "")] = "pagebreak"
            elif element.tag in _GROUPS:
                inside.update({name: _GROUPS[element.tag] for inner in element.iter() if (name := inner.get("id"))})
        wrong = [(clip, inside[clip.id]) for clip in overlay.clips if inside.get(clip.id, "") not in ("", *clip.kinds)]
        for clip, kind in wrong:
            yield Finding("EPUB027", f"The clip of “{clip.id}” is not told to be in a {kind}.", place=overlay.item.name)
        marks = [name for name, kind in inside.items() if kind == "pagebreak"]
        said = {clip.id for clip in overlay.clips}
        for name in marks:
            if name not in said:
                yield Finding("EPUB027", f"The page mark “{name}” has no clip of its own.", place=overlay.item.name)


def durations(book: Book, spoken: Overlays) -> Iterator[Finding]:
    """Lengths that the package document tells wrongly, and words that nobody sees being said."""
    told = {meta.refines: clock(meta.value) for meta in book.metadata if meta.property == "media:duration"}
    for overlay in spoken:
        length = sum(clip.end - clip.begin for clip in overlay.clips)
        if abs(told.get(overlay.item.id, -1.0) - length) > 0.001:
            yield Finding(
                "EPUB028",
                f"The length of {overlay.item.name} is not {length:.3f} s, as its clips are.",
                place=overlay.item.name,
            )
    whole = sum(told.get(overlay.item.id, 0.0) for overlay in spoken)
    if abs(told.get("", -1.0) - whole) > 0.001:
        yield Finding("EPUB028", f"The length of the book is not {whole:.3f} s, the sum of its overlays.")
    active = book.values("media:active-class")
    sheets = b"\n".join(content for name, content in book.files.items() if name.endswith(".css")).decode(
        "utf-8", "replace"
    )
    if len(active) != 1 or not re.search(rf"\.{re.escape(active[0])}[^{{]*\{{[^}}]*\S[^}}]*\}}", sheets):
        yield Finding("EPUB029", "The words that are being said have no look of their own.")
