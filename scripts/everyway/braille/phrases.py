"""Words of the model as phrases: each print word with the cells that say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from everyway.braille.cells import BLANK, NOTE_BEGINS, NOTE_ENDS, RAISED, digits
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
    """Characters that are marked alike; `target` is where a link leads, `note` the number of the note called here."""

    text: str
    form: Form = Form.PLAIN
    language: str = ""
    target: str | Place | None = None
    note: int = 0


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

    def within(self, language: str) -> Transcriber:
        """Who transcribes whole paragraphs of another language: by its own code, uncontracted, if that stands apart."""
        code = known_code(language)
        if not language or code == self.code:
            return Transcriber(self.translator, self.code, self.grade)
        if code and code.apart:
            return Transcriber(self.translator, code, 1)
        return Transcriber(self.translator, self.code, self.grade, language)

    def text(self, text: str, form: Form = Form.PLAIN) -> Phrase:
        """A plain text as a phrase."""
        return self.phrase((Run(text, form),))

    def phrase(self, runs: Iterable[Run]) -> Phrase:
        """Runs as a phrase; line ends in them are spaces."""
        text, forms = self._joined(runs)
        if not text:
            return Phrase((), ())
        text = apostrophes(text)
        for start, end in addresses(text):
            forms = forms or [Form.PLAIN] * len(text)
            for at in range(start, end):
                forms[at] |= Form.UNCONTRACTED
        cells = tuple(self.translator.translate(text, self._table, forms or None).split(BLANK))
        words = tuple(_WORDS.split(text)) if len(cells) > 1 else (text,)
        if len(words) != len(cells):
            words = (text,) + ("",) * (len(cells) - 1)
        return Phrase(words, cells)

    def _joined(self, runs: Iterable[Run]) -> tuple[str, list[int]]:
        """The text of all runs, white space as single spaces, and the form of each character (none: all plain)."""
        parts: list[str] = []
        forms: list[int] = []
        length, marked, space = 0, False, True
        for run in runs:
            text = _SPACES.sub(" ", self._readied(run))
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
                    yield Run(f"{NOTE_BEGINS}{picture.alt}{NOTE_ENDS}", form, language, target)


def without_calls(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs without calls of notes, as contents and running heads have them."""
    return (run for run in runs if not run.note)
