"""Words of the model as phrases: each print word with the cells that say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from everyway.braille.cells import BLANK, NOTE_BEGINS, NOTE_ENDS, RAISED, digits, six_dots
from everyway.braille.characters import addresses, apostrophes, readied
from everyway.braille.codes import Code, known_code
from everyway.braille.translator import Form, Translator
from everyway.model import (
    Abbreviation,
    Emphasis,
    Foreign,
    Inline,
    InlinePicture,
    LineBreak,
    Link,
    NoteReference,
    Place,
    Sentence,
    Strong,
    Term,
    Text,
)
from everyway.model import (
    Code as CodeInline,
)

_WORDS = re.compile(r"(?<!\d) | (?!\d)")
"""A space between digits is part of a number in braille (Rules of UEB, 6.6)."""

_SPACES = re.compile(r"[ \t\n\r\f\v]+")


_CLINGING = frozenset(".,;:!?")
"""Signs that take the form of the word before them: a terminator between the two would only get in the way."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that are marked alike; `target` is where a link leads, `note` the number of the note called here.

    `apart` tells that a word ends before and after them, as a picture does among words.
    """

    text: str
    form: Form = Form.PLAIN
    language: str = ""
    target: str | Place | None = None
    note: int = 0
    apart: bool = False


BREAK = Run("\n")
"""A line end that the writer asked for."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in print and, word by word, in cells. Where the two cannot be paired, the first word has all the print."""

    words: tuple[str, ...]
    cells: tuple[str, ...]

    @property
    def braille(self) -> str:
        """The cells in one row."""
        return BLANK.join(self.cells)

    @property
    def print(self) -> str:
        """The words in one row."""
        return " ".join(word for word in self.words if word)


class Transcriber:
    """Puts runs of the model into cells, by the code and grade of one language.

    Words of other languages among it are not contracted, and take their own signs where known. `language` is set where
    all words are of another one.
    """

    def __init__(self, translator: Translator, code: Code, grade: int, language: str = "") -> None:
        self.translator = translator
        self.code = code
        self.grade = grade
        self.language = language
        self._table = code.tables[grade]
        self._main = self

    def within(self, language: str) -> Transcriber:
        """Who transcribes whole paragraphs of another language: by its own code, uncontracted, if that stands apart."""
        main, code = self._main, known_code(language)
        if not language or code == main.code:
            return main
        if code and code.apart:
            other = Transcriber(main.translator, code, 1)
        else:
            other = Transcriber(main.translator, main.code, main.grade, language)
        other._main = main
        return other

    def text(self, text: str, form: Form = Form.PLAIN) -> Phrase:
        """A plain text as a phrase."""
        return self.phrase((Run(text, form),))

    def phrase(self, runs: Iterable[Run]) -> Phrase:
        """Runs as a phrase; line ends in them are spaces."""
        every = list(runs)
        return self._phrase(every, *self._joined(every))

    def pieces(self, runs: Iterable[Run]) -> list[tuple[Run | None, Phrase]]:
        """The words of one phrase, together where they belong to runs that lead to the same place in one language.

        Each has the first such run; None where words lead nowhere, are in the main language, or cannot be told apart.
        """
        every = list(runs)
        text, forms = self._joined(every)
        phrase = self._phrase(every, text, forms)
        owners = _owners(text, [(run, self._readied(run)) for run in every])
        if len(owners) != len(phrase.cells):
            return [(None, phrase)]
        found: list[tuple[Run | None, Phrase]] = []
        for key, group in groupby(range(len(owners)), lambda at: _way(owners[at])):
            places = list(group)
            words = Phrase(tuple(phrase.words[at] for at in places), tuple(phrase.cells[at] for at in places))
            found.append((owners[places[0]] if any(key) else None, words))
        return found

    def _phrase(self, runs: Iterable[Run], text: str, forms: list[int]) -> Phrase:
        if not text:
            return Phrase((), ())
        text = apostrophes(text)
        for start, end in addresses(text):
            forms = forms or [Form.PLAIN] * len(text)
            for at in range(start, end):
                forms[at] |= Form.UNCONTRACTED
        cells = tuple(six_dots(self.translator.translate(text, self._table, forms or None)).split(BLANK))
        texts = (text,) if text.isascii() else (_printed(runs), text)
        paired = (tuple(_WORDS.split(each)) for each in texts)
        words = next((each for each in paired if len(each) == len(cells)), (text,) + ("",) * (len(cells) - 1))
        return Phrase(words, cells)

    def _joined(self, runs: Iterable[Run]) -> tuple[str, list[int]]:
        """The text of all runs, white space as single spaces, and the form of each character (none: all plain)."""
        parts: list[str] = []
        forms: list[int] = []
        length, marked, space, apart = 0, False, True, False
        for run in runs:
            text = _SPACES.sub(" ", self._readied(run))
            if run.apart or (apart and text[:1].isalnum()):
                text = f" {text}"
            apart = run.apart
            if space:
                text = text.lstrip(" ")
            if not text:
                continue
            space = text[-1] == " "
            form = run.form
            language = run.language or self.language
            if language and known_code(language) != self.code:
                form |= Form.UNCONTRACTED
            if form and not marked:
                marked, forms = True, [Form.PLAIN] * length
            if marked:
                forms.extend([form] * len(text))
            parts.append(text)
            length += len(text)
        text = "".join(parts).rstrip(" ")
        forms = forms[: len(text)]
        for at in range(1, len(forms)):
            if text[at] in _CLINGING:
                forms[at] |= forms[at - 1] & (Form.BOLD | Form.ITALIC)
        return text, forms

    def _readied(self, run: Run) -> str:
        text = run.text
        if text.isascii():
            return text
        language = run.language or self.language
        if language and (code := known_code(language)) and code != self.code:
            text = "".join(code.letters.get(each, each) for each in text)
        return readied(text, lambda character: self.translator.knows(character, self._table))


def _printed(runs: Iterable[Run]) -> str:
    """The text of runs as it stands in print, where nothing was said otherwise for braille."""
    text = "".join(f" {run.text} " if run.apart else run.text for run in runs)
    return _SPACES.sub(" ", text.replace("\u00ad", "")).strip(" ")


def _owners(text: str, runs: Iterable[tuple[Run, str]]) -> list[Run | None]:
    """The run that each word of the joined text belongs to: of several, the first that leads somewhere."""
    marks: list[tuple[int, Run]] = []
    at = 0
    for run, text_of_run in runs:
        if _way(run) != (None, 0, ""):
            for word in text_of_run.split():
                start = text.find(word, at)
                if start >= 0:
                    marks.append((start, run))
                    at = start
        else:
            bare = _SPACES.sub(" ", text_of_run).strip(" ")
            at = max(at, text.find(bare, at) + len(bare)) if bare else at
    owners: list[Run | None] = []
    start = 0
    for word in _WORDS.split(text):
        end = start + len(word)
        owners.append(next((run for place, run in marks if start <= place < end), None))
        start = end + 1
    return owners


def _way(run: Run | None) -> tuple[object, int, str]:
    return (run.target, run.note, run.language) if run else (None, 0, "")


def runs_of_sentences(sentences: Iterable[Sentence], form: Form = Form.PLAIN) -> Iterator[Run]:
    """Sentences as runs, a space between them."""
    for number, sentence in enumerate(sentences):
        if number:
            yield Run(" ")
        yield from runs_of(sentence.inlines, form)


def runs_of(
    inlines: Iterable[Inline], form: Form = Form.PLAIN, language: str = "", target: str | Place | None = None
) -> Iterator[Run]:
    """Inlines as runs: strong words and those that the glossary explains are bold, stressed ones italic.

    The call of a note is its number, raised; a picture that is not decorative says what it shows.
    """
    for inline in inlines:
        match inline:
            case Text(text=text) | Abbreviation(text=text):
                yield Run(text, form, language, target)
            case CodeInline(text=text):
                yield Run(text, form | Form.UNCONTRACTED, language, target)
            case Strong(inlines=inner):
                yield from runs_of(inner, form | Form.BOLD, language, target)
            case Term(inlines=inner, entry=entry):
                yield from runs_of(inner, form | Form.BOLD, language, target or Place("", f"word-{entry}"))
            case Emphasis(inlines=inner):
                yield from runs_of(inner, form | Form.ITALIC, language, target)
            case Link(inlines=inner, target=leads):
                yield from runs_of(inner, form, language, leads)
            case Foreign(inlines=inner, language=other):
                yield from runs_of(inner, form, other, target)
            case LineBreak():
                yield BREAK
            case NoteReference(number=number):
                yield Run(RAISED + digits(number), Form.PLAIN, "", target, number)
            case InlinePicture(picture=picture):
                if picture.alt:
                    yield Run(f"{NOTE_BEGINS}{picture.alt}{NOTE_ENDS}", form, language, target, apart=True)


def without_calls(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs without calls of notes, as contents and running heads have them."""
    return (run for run in runs if not run.note)
