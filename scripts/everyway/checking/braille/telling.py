"""What the pages say beside what the model says: words that are lost, misread or added, and numbers that changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from everyway.braille.cells import six_dots
from everyway.braille.codes import Code, code_for, known_code
from everyway.braille.louis import louis
from everyway.checking.account import Account, Kind, Word
from everyway.checking.braille.words import Found, folded
from everyway.checking.difference import gaps

ENOUGH = 0.99
"""The share of words that have to come back as they were; liblouis misreads a few that a person reads rightly."""

_OPENING = re.compile("^(?:⠐⠣|⠠?⠦)+")
_CLOSING = re.compile("(?:⠐⠜|⠠?⠴|[⠲⠂⠆⠒⠖])+$")
_SIGNS = re.compile("[⠠⠰]")
"""Signs that depend on the words around: capital, and letter."""

SHOWN = 8
"""Words that a message quotes at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A word that has to be there, as it is compared."""

    text: str
    word: Word


@dataclass(slots=True)
class Telling:
    """The comparison of one stream of words. `read` is what each found word turned out to be, by its index."""

    total: int = 0
    lost: list[list[Asked]] = field(default_factory=list)
    misread: list[tuple[Asked, str]] = field(default_factory=list)
    added: list[int] = field(default_factory=list)
    read: dict[int, str] = field(default_factory=dict)

    @property
    def enough(self) -> bool:
        """Whether no more words are misread than the translator's own slips explain."""
        return not self.misread or len(self.misread) <= max(1, (1 - ENOUGH) * self.total)


def asked_of(words: Iterable[Word]) -> list[Asked]:
    """The words of an account as they are compared; a picture character is asked for by its name."""
    found = []
    for word in words:
        if word.kind is Kind.WORD:
            for text in folded(named(word.text)).split():
                found.append(Asked(text, word))
    return found


def named(text: str) -> str:
    """A text with each picture character told by its name."""
    return "".join(
        f" {unicodedata.name(each, '')} " if unicodedata.category(each) == "So" and each not in "©®™°" else each
        for each in text
    )


def tell(account: Account, found: Sequence[Found], language: str) -> tuple[Telling, Telling]:
    """The comparison of the text, and of the notes, which stand among what the text does not ask for."""
    reader = _Reader(code_for(language))
    main = _compare(asked_of(account.main), list(enumerate(found)), reader)
    notes = _compare(asked_of(account.notes), [(at, found[at]) for at in main.added], reader)
    return main, notes


def _compare(asked: Sequence[Asked], found: Sequence[tuple[int, Found]], reader: _Reader) -> Telling:
    texts = [(index, each, text) for index, each in found if (text := folded(each.text))]
    result = Telling(total=len(asked))
    before = 0
    for gap in gaps([each.text for each in asked], [text for _, _, text in texts]):
        missing, start, end = asked[gap.a_start : gap.a_end], gap.b_start, gap.b_end
        if not missing:
            start, end = _from_line(texts, start, end, before)
        before = gap.b_end
        _resolve(missing, texts[start:end], reader, result)
    return result


def _from_line(texts: Sequence[tuple[int, Found, str]], start: int, end: int, earliest: int) -> tuple[int, int]:
    """Where words that were put in begin and end.

    “The note. The” before “text” could as well be “note. The” before “The text”: what is put in begins a line.
    """
    at = start
    while at > earliest and not _begins_line(texts, at) and texts[at - 1][2] == texts[at - 1 + end - start][2]:
        at -= 1
    return (at, at + end - start) if _begins_line(texts, at) else (start, end)


def _begins_line(texts: Sequence[tuple[int, Found, str]], at: int) -> bool:
    this, before = texts[at][1], texts[at - 1][1]
    return at == 0 or (this.sheet, this.line) != (before.sheet, before.line)


def _resolve(
    missing: Sequence[Asked], extra: Sequence[tuple[int, Found, str]], reader: _Reader, result: Telling
) -> None:
    """Words of a gap that are read rightly in another way, or wrongly; the rest are lost, or added."""
    left = list(extra)
    unread: list[Asked] = []
    for each in missing:
        at = next((place for place, (_, said, _) in enumerate(left) if reader.reads(said, each)), None)
        if at is None:
            unread.append(each)
        else:
            result.added.extend(index for index, _, _ in left[:at])
            result.read[left[at][0]] = each.text
            token, left = left[at][1].token, left[at + 1 :]
            while left and left[0][1].token == token:
                result.read[left[0][0]] = ""
                left = left[1:]
    if unread and len(unread) == len(left):
        result.misread.extend((each, said.text) for each, (_, said, _) in zip(unread, left, strict=True))
        return
    if unread:
        result.lost.append(unread)
    result.added.extend(index for index, _, _ in left)


class _Reader:
    """Reads cells in the ways that a person who knows the code would try."""

    def __init__(self, code: Code) -> None:
        self._code = code

    def reads(self, said: Found, asked: Asked) -> bool:
        """Whether the cells can be read as the word: uncontracted, or by the signs of its own language."""
        if asked.text in (uncontracted(said.cells, self._code), self._bare(said.cells)):
            return True
        if self._code.apart and bare(said.cells) in written_as(asked.word.text, self._code):
            return True
        code = known_code(asked.word.parts[0][1].language)
        if code is None or code == self._code:
            return False
        return asked.text == self._foreign(said.cells, code) or (code.apart and _same(said.cells, asked, code))

    def _bare(self, cells: str) -> str:
        """A word without brackets, quotation marks and stops, before which some contractions are not read."""
        return folded(louis().back(_CLOSING.sub("", _OPENING.sub("", cells)), self._code.tables[2]))

    def _foreign(self, cells: str, code: Code) -> str:
        signs = sorted(code.letters.items(), key=lambda row: -len(row[1]))
        pattern = re.compile("|".join(re.escape(sign) for _, sign in signs) or "$^")
        letters = {sign: letter for letter, sign in signs}
        parts = re.split(f"({pattern.pattern})", cells)
        return folded("".join(letters.get(part) or louis().back(part, self._code.tables[1]) for part in parts if part))


def _same(cells: str, asked: Asked, code: Code) -> bool:
    """Whether cells are a word of a language that keeps its own code; its tables cannot be read back reliably."""
    due = six_dots(louis().translate(asked.word.text, code.tables[1]))
    return _SIGNS.sub("", due) == _SIGNS.sub("", cells)


def written_as(word: str, code: Code) -> set[str]:
    """The cells of a word in either grade, without signs, brackets and stops: where cells cannot be read back."""
    return {bare(six_dots(louis().translate(word, table))) for table in code.tables.values()}


def bare(cells: str) -> str:
    """The cells of a word without the signs that depend on the words around it, and without brackets and stops."""
    return _SIGNS.sub("", _CLOSING.sub("", _OPENING.sub("", cells)))


def uncontracted(cells: str, code: Code) -> str:
    """A word as it is read letter by letter, as addresses are."""
    return folded(louis().back(cells, code.tables[1]))


def quoted(words: Iterable[str]) -> str:
    """Words in quotation marks, cut short."""
    every = list(words)
    return f"“{' '.join(every[:SHOWN])}{' …' if len(every) > SHOWN else ''}”"


def runs(indices: Iterable[int]) -> Iterator[list[int]]:
    """Numbers in runs without a gap."""
    run: list[int] = []
    for index in sorted(indices):
        if run and index != run[-1] + 1:
            yield run
            run = []
        run.append(index)
    if run:
        yield run
