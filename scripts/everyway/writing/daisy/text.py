"""The text of a talking book, in the order in which it is spoken, as the body of an XHTML 1.0 document.

A sentence opens the containers that it stands in and closes those that it does not. What the model has no sentence for
(a picture, an announcement) and the notes, which are told when their block is, float: they stand in the
innermost container that goes on after them and can hold them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from markupsafe import Markup, escape

from everyway.model import Edition
from everyway.speech.utterance import Kind
from everyway.wording import words_for
from everyway.writing.daisy.book import Book
from everyway.writing.daisy.containers import LINES, LISTS, Container, Path, Spot, named, xml_language
from everyway.writing.daisy.phrases import Phrase, SpokenChapter
from everyway.writing.daisy.words import Words


def text_of(edition: Edition, chapters: Sequence[SpokenChapter], spots: Mapping[str, Spot], book: Book) -> Markup:
    """Every phrase's place in the text, with its id, in order; the words are those of the model where it has them."""
    writer = _Text(edition, spots, book)
    return Markup("").join(writer.chapter(chapter.phrases) for chapter in chapters)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A phrase with what it stands in; None where it floats, `own` is then what it brings along."""

    phrase: Phrase
    path: Path | None
    own: Path = ()


class _Text:
    """Writes chapters; `_open` are the containers that are open, outermost first."""

    def __init__(self, edition: Edition, spots: Mapping[str, Spot], book: Book) -> None:
        self._words = Words(edition)
        self._language = edition.language
        self._spots = spots
        self._headings = book.headings
        self._wording = words_for(edition.language)
        self._told: set[str] = set()
        self._open: list[Container] = []

    def chapter(self, phrases: Sequence[Phrase]) -> Markup:
        """A chapter, with nothing left open."""
        placed = _placed(phrases, self._spots)
        made = Markup("")
        before: Path = ()
        for index, each in enumerate(placed):
            path = each.path
            if path is None:
                after = next((later.path for later in placed[index + 1 :] if later.path is not None), ())
                path = floating(before, after, each.own)
            else:
                before = path
            made += self._move(path) + self._leaf(each.phrase) + "\n"
        return made + self._move(())

    def _move(self, path: Path) -> Markup:
        """Close what a phrase does not stand in, and open what it does."""
        made = Markup("")
        same = len(_common(tuple(self._open), path))
        while len(self._open) > same:
            container = self._open.pop()
            made += Markup("</{}>{}\n").format(Markup(container.tag), container.after)
        for container in path[same:]:
            self._open.append(container)
            made += Markup("{}<{}{}>\n").format(container.before, Markup(container.tag), container.attributes)
        return made

    def _leaf(self, phrase: Phrase) -> Markup:
        clip, spot = phrase.clip, self._spots.get(phrase.id)
        own = Markup(' id="{}"').format(phrase.id)
        if clip is None:
            return Markup('<span class="page-normal"{}>{}</span>').format(own, phrase.page)
        if phrase.id in self._headings:
            level, kind, words = self._headings[phrase.id]
            more = named(kind) if kind else Markup("")
            told = self._words.inlines(spot.sentence.inlines) if spot and spot.sentence else escape(words)
            number = _number(spot.label if spot else "")
            return Markup("<h{0}{1}{2}>{3}{4}</h{0}>").format(level, more, own, number, told)
        if spot and spot.sentence:
            number, told = _number(self._note(spot)), self._words.inlines(spot.sentence.inlines)
            return Markup('<span class="sentence"{}>{}{}</span>').format(own, number, told)
        own += xml_language(clip.language) if clip.language != self._language else ""
        picture = clip.kind is Kind.PICTURE
        line = bool(self._open) and self._open[-1].tag in (*LINES, "span")
        tag = "span" if line or clip.kind is Kind.NOTE else "div" if picture else "p"
        more = named("optional-prodnote") if picture else Markup("")
        return Markup("<{0}{1}{2}>{3}</{0}>").format(Markup(tag), more, own, clip.text)

    def _note(self, spot: Spot) -> str:
        """What is said before the first words of a note: "Note 1"; empty for everything else."""
        if spot.note is None or spot.note.id in self._told:
            return ""
        self._told.add(spot.note.id)
        return self._wording("note-call", number=spot.note.number)


def _number(label: str) -> Markup:
    return Markup('<span class="number">{}:</span> ').format(label) if label else Markup("")


def _placed(phrases: Sequence[Phrase], spots: Mapping[str, Spot]) -> list[_Placed]:
    """Each phrase with its place: a page stands where the words after it do, the label of a note in the note."""
    found: list[_Placed] = []
    following: _Placed | None = None
    for phrase in reversed(phrases):
        spot = spots.get(phrase.id)
        if spot:
            following = _Placed(phrase, None, spot.path) if spot.note else _Placed(phrase, spot.path)
        elif phrase.page and following:
            following = replace(following, phrase=phrase)
        elif phrase.clip and phrase.clip.kind is Kind.NOTE and following and following.own:
            following = _Placed(phrase, None, following.own[:1])
        else:
            following = _Placed(phrase, None)
        found.append(following)
    return found[::-1]


def floating(before: Path, after: Path, own: Path) -> Path:
    """Where something floats between two places: in what they share, or further down where that holds only items.

    It is in the same section as what is before it, for a section begins with its heading. Within a line it is part of
    the line.
    """
    shared = max(_common(before, after), _section(before), key=len)
    while shared and shared[-1].tag in LISTS:
        shared = before[: len(shared) + 1]
    if shared and shared[-1].tag in LINES:
        return (*shared, *(replace(container, tag="span") for container in own[:1]))
    return (*shared, *own)


def _section(path: Path) -> Path:
    depth = max((at for at, container in enumerate(path, 1) if container.section), default=0)
    return path[:depth]


def _common(one: Path, other: Path) -> Path:
    return tuple(each for each, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
