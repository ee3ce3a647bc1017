"""A talking book as its player sees it: places to go to, phrases, and the places in the text that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

XHTML = "{http://www.w3.org/1999/xhtml}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

CLOCK = re.compile(r"(\d\d+):([0-5]\d):([0-5]\d)")
CLIP = re.compile(r"npt=(\d+)\.(\d{3})s")

NOTE = ("noteref",)
"""The numbers of notes are no words of the sentences that they stand in."""

Metadata = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A place to go to: an element of the navigation control centre. `links` is how many links it has."""

    tag: str
    kind: str
    id: str
    words: str
    links: int
    file: str
    fragment: str

    @property
    def level(self) -> int:
        """That of a heading; 0 for what is none."""
        return int(self.tag[1]) if re.fullmatch("h[1-6]", self.tag) else 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A `par`: the place in the text and the stretch of sound that belong together; times in milliseconds, or None."""

    file: str
    id: str
    required: str
    text: str
    fragment: str
    sound: str
    begin: int | None
    end: int | None

    @property
    def name(self) -> str:
        """How other files refer to it."""
        return f"{self.file}#{self.id}"


@dataclass(frozen=True, slots=True)
class Smil:
    """A SMIL file; `length` is what it says of itself, in milliseconds, and `ids` are all that it has."""

    file: str
    metadata: Metadata
    length: int | None
    phrases: tuple[Phrase, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one language."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """An element of the text with an id; `runs` are its words, without the numbers of parts and notes."""

    id: str
    tag: str
    kind: str
    words: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """What is read of a book. `refs` are the parts that the master file names, in order."""

    files: Mapping[str, bytes]
    metadata: Metadata
    items: tuple[Item, ...]
    ids: tuple[str, ...]
    smils: Mapping[str, Smil]
    refs: tuple[str, ...]
    master: Metadata
    places: tuple[Place, ...]

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every phrase, in the order of the parts' names."""
        return tuple(phrase for name in sorted(self.smils) for phrase in self.smils[name].phrases)


def read_book(files: Mapping[str, bytes]) -> Book:
    """The book that well-formed files make."""
    ncc, content, master = (_root(files[name]) for name in ("ncc.html", "content.html", "master.smil"))
    language = content.get(LANG, "")
    return Book(
        files,
        _metadata(ncc, XHTML),
        tuple(_item(element) for element in ncc.find(f"{XHTML}body") or ()),
        _ids(ncc),
        {name: _smil(name, _root(files[name])) for name in sorted(files) if is_part(name)},
        tuple(ref.get("src", "") for ref in master.iter("ref")),
        _metadata(master, ""),
        tuple(_places(content.find(f"{XHTML}body"), language)),
    )


def is_part(name: str) -> bool:
    """Whether a file is the SMIL file of a part."""
    return name.endswith(".smil") and name != "master.smil"


def clock(text: str) -> int | None:
    """The seconds of hh:mm:ss; None for what is not written so."""
    found = CLOCK.fullmatch(text)
    return int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3]) if found else None


def said(metadata: Metadata, name: str) -> str:
    """The first value of that name; empty when there is none."""
    return next((content for key, content in metadata if key == name), "")


def _root(content: bytes) -> Element:
    return ElementTree.fromstring(content)


def _metadata(root: Element, namespace: str) -> Metadata:
    return tuple((meta.get("name", ""), meta.get("content", "")) for meta in root.iter(f"{namespace}meta"))


def _ids(root: Element) -> tuple[str, ...]:
    return tuple(element.get("id", "") for element in root.iter() if element.get("id"))


def _item(element: Element) -> Item:
    links = list(element.iter(f"{XHTML}a"))
    file, _, fragment = (links[0].get("href", "") if links else "").partition("#")
    tag = element.tag.removeprefix(XHTML)
    words = " ".join("".join(element.itertext()).split())
    return Item(tag, element.get("class", ""), element.get("id", ""), words, len(links), file, fragment)


def _smil(name: str, root: Element) -> Smil:
    seq = root.find("body/seq")
    found = re.fullmatch(r"(\d+)\.(\d{3})s", seq.get("dur", "") if seq is not None else "")
    length = int(found[1] + found[2]) if found else None
    return Smil(name, _metadata(root, ""), length, tuple(_phrase(name, par) for par in root.iter("par")), _ids(root))


def _phrase(name: str, par: Element) -> Phrase:
    texts, sounds = par.findall("text"), par.findall("audio")
    text = texts[0] if len(texts) == 1 else Element("text")
    sound = sounds[0] if len(sounds) == 1 else Element("audio")
    file, _, fragment = text.get("src", "").partition("#")
    begin, end = (_clip(sound.get(border, "")) for border in ("clip-begin", "clip-end"))
    return Phrase(
        name, par.get("id", ""), par.get("system-required", ""), file, fragment, sound.get("src", ""), begin, end
    )


def _clip(text: str) -> int | None:
    found = CLIP.fullmatch(text)
    return int(found[1] + found[2]) if found else None


def _places(element: Element | None, language: str) -> Iterator[Place]:
    for child in element if element is not None else ():
        own = child.get(LANG, language)
        if child.get("id"):
            runs = tuple(_joined(_runs(child, language, (*NOTE, "number"))))
            words = " ".join("".join(run.text for run in _runs(child, own, NOTE)).split())
            yield Place(child.get("id", ""), child.tag.removeprefix(XHTML), child.get("class", ""), words, runs)
        yield from _places(child, own)


def _runs(element: Element, language: str, without: tuple[str, ...]) -> Iterator[Run]:
    """The words in an element by their language, without those of elements of some kinds."""
    own = element.get(LANG, language)
    if element.get("class") in without:
        return
    yield Run(own, element.text or "")
    for child in element:
        yield from _runs(child, own, without)
        yield Run(own, f"{' ' if child.tag == f'{XHTML}br' else ''}{child.tail or ''}")


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Runs of one language as one, without empty ones."""
    last: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if last and last.language == run.language:
            last = Run(last.language, last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
