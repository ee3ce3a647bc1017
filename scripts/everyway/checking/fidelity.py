"""Does a format tell its reader what the model says? Two accounts in, every difference out.

Words, pictures and calls of notes are matched in order; what matches must also stand in the same structure, language,
abbreviation and link. Nothing here knows a format; each format's check turns a `Difference` into a finding of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote

from everyway.checking.account import Account, Context, Kind, Word
from everyway.checking.difference import gaps, pairs
from everyway.model import Source


class Fault(Enum):
    """What kind of difference it is; each format gives each kind a rule."""

    LOST = "words lost"
    ADDED = "words added"
    MOVED = "words out of order"
    PICTURE = "alternative text"
    CALL = "call of a note"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    LINK = "link"
    TARGET = "target of a link"
    STRUCTURE = "other structure"
    LANGUAGE = "language"
    EXPANSION = "expansion"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: what is wrong in plain words, the line in the sources, the page in the format (0: unknown).

    `lost` are the words that are not told, so that a format's check can look where they went.
    """

    fault: Fault
    message: str
    where: Source | None
    page: int = 0
    lost: tuple[str, ...] = ()


NAMES = {
    "L": "a list", "LI": "a list item", "Term": "a term", "Table": "a table", "Caption": "a caption",
    "TH": "a header cell without direction", "TH/Column": "a column header", "TH/Row": "a row header",
    "TD": "a table cell", "BlockQuote": "a quotation", "Link": "a link",
    **{f"H{level}": f"a heading of level {level}" for level in range(1, 7)},
}  # fmt: skip

COUNTED = {
    "H1": "headings of level 1", "H2": "headings of level 2", "H3": "headings of level 3",
    "H4": "headings of level 4", "H5": "headings of level 5", "H6": "headings of level 6",
    "L": "lists", "LI": "list items", "Table": "tables", "TR": "table rows", "TH": "header cells",
    "TH/Column": "column headers", "TH/Row": "row headers", "TD": "table cells", "Caption": "captions",
    "BlockQuote": "quotations", "Link": "links", "Figure": "pictures", "Note": "notes",
}  # fmt: skip

_FAMILY = {
    "L": Fault.LIST, "LI": Fault.LIST, "Term": Fault.LIST, "Link": Fault.LINK,
    "Table": Fault.TABLE, "Caption": Fault.TABLE, "TH": Fault.TABLE, "TD": Fault.TABLE,
    **{f"H{level}": Fault.HEADING for level in range(1, 7)},
}  # fmt: skip


def differences(expected: Account, found: Account, name: str) -> Iterator[Difference]:
    """Every way in which the account found in a format differs from the one expected; `name` is "the PDF"."""
    yield from _stream(expected.main, found.main, name)
    yield from _stream(expected.notes, found.notes, name)
    for role, plural in COUNTED.items():
        asked, got = expected.counts[role], found.counts[role]
        if asked != got:
            message = f"The text has {asked} {plural}; {name} has {got}."
            yield Difference(Fault.COUNT, message, _first_unlike(expected, found, role))


def _first_unlike(expected: Account, found: Account, role: str) -> Source | None:
    """Where the first element of a role begins that one of them has and the other has not."""
    differing = gaps([word.key for word in expected.main], [word.key for word in found.main])
    places = {other: index for index, other in pairs(len(expected.main), differing)}
    asked = Counter(expected.begun.get(role, ()))
    got = Counter(places[at] for at in found.begun.get(role, ()) if at in places)
    unlike = sorted((asked - got) + (got - asked))
    return expected.main[unlike[0]].where if unlike and unlike[0] < len(expected.main) else None


def quote(words: Sequence[Word], most: int = 12) -> str:
    """The words in quotation marks, cut short after `most` of them."""
    texts = [word.text for word in words]
    cut = f"{' '.join(texts[:most])} …" if len(texts) > most else " ".join(texts)
    return f"“{cut}”"


# Words, pictures and calls in order


def _stream(asked: Sequence[Word], got: Sequence[Word], name: str) -> Iterator[Difference]:
    differing = gaps([word.key for word in asked], [word.key for word in got])
    lost = [asked[gap.a_start : gap.a_end] for gap in differing]
    added = [got[gap.b_start : gap.b_end] for gap in differing]
    elsewhere = {_texts(run) for run in added if run}
    wandered = {_texts(run) for run in lost if run} & elsewhere
    for gap, missing, extra in zip(differing, lost, added, strict=True):
        after = f" (after {quote(asked[max(0, gap.a_start - 4) : gap.a_start])})" if gap.a_start else ""
        near = asked[max(gap.a_start - 1, 0)].where if asked else None
        page = extra[0].page if extra else got[gap.b_start - 1].page if gap.b_start else 0
        yield from _gap(missing, extra, wandered, name, after, near, page)
    yield from _settings(asked, got, list(pairs(len(asked), differing)), name)


def _texts(run: Sequence[Word]) -> tuple[tuple[Kind, str], ...]:
    return tuple(word.key for word in run)


def _gap(
    missing: Sequence[Word],
    extra: Sequence[Word],
    wandered: set[tuple[tuple[Kind, str], ...]],
    name: str,
    after: str,
    near: Source | None,
    page: int,
) -> Iterator[Difference]:
    if missing and _texts(missing) in wandered:
        message = f"{quote(missing)} does not stand in its place in {name}{after}."
        yield Difference(Fault.MOVED, message, missing[0].where, page)
        missing = ()
    if extra and _texts(extra) in wandered:
        extra = ()
    for kind, fault in ((Kind.WORD, Fault.LOST), (Kind.PICTURE, Fault.PICTURE), (Kind.CALL, Fault.CALL)):
        asked = [word for word in missing if word.kind is kind]
        got = [word for word in extra if word.kind is kind]
        if asked:
            message = _MISSING[kind].format(name=name, asked=quote(asked), after=after, got=_instead(got))
            yield Difference(fault, message, asked[0].where, page, tuple(word.text for word in asked))
        elif got:
            message = _EXTRA[kind].format(name=name, got=quote(got), after=after)
            yield Difference(Fault.ADDED if kind is Kind.WORD else fault, message, near, got[0].page)


_MISSING = {
    Kind.WORD: "{asked} is not said in {name}{after}{got}.",
    Kind.PICTURE: "The alternative text {asked} is missing from {name}{after}{got}.",
    Kind.CALL: "The call of note {asked} is missing from {name}{after}{got}.",
}
_EXTRA = {
    Kind.WORD: "{got} is said in {name}{after}, but not in the text.",
    Kind.PICTURE: "There is a picture in {name} with the alternative text {got}{after}; the text has none there.",
    Kind.CALL: "Note {got} is called in {name}{after}, but not in the text.",
}


def _instead(got: Sequence[Word]) -> str:
    return f"; it says {quote(got)} instead" if got else ""


# What surrounds the words that match


def _settings(
    asked: Sequence[Word], got: Sequence[Word], matched: Sequence[tuple[int, int]], name: str
) -> Iterator[Difference]:
    matched = [(index, other) for index, other in matched if asked[index].parts != got[other].parts]
    for fault, value, describe in _LOOKS:
        run: list[Word] = []
        now: tuple[object, object] | None = None
        page = last = 0
        for index, other in matched:
            unlike = _unlike(asked[index], got[other], value)
            if run and (unlike != now or index != last + 1):
                yield _difference(fault, describe, run, now, name, page)
                run = []
            if unlike:
                page = page if run else got[other].page
                now, last = unlike, index
                run.append(asked[index])
        if run:
            yield _difference(fault, describe, run, now, name, page)


def _unlike(asked: Word, got: Word, value: Callable[[Kind, Context], object]) -> tuple[object, object] | None:
    """The first two values that differ over the characters of one word; None when all are alike."""
    for ours, theirs in zip(_spread(asked, value), _spread(got, value), strict=True):
        if ours != theirs:
            return ours, theirs
    return None


def _spread(word: Word, value: Callable[[Kind, Context], object]) -> list[object]:
    return [each for text, context in word.parts for each in [value(word.kind, context)] * max(1, len(text))]


def _difference(
    fault: Fault | None,
    describe: str,
    run: Sequence[Word],
    values: tuple[object, object] | None,
    name: str,
    page: int,
) -> Difference:
    assert values is not None
    asked, got = values
    if fault is None:
        fault = _family(asked, got)
        asked, got = _described(asked), _described(got)
    message = describe.format(words=quote(run), asked=asked or "nothing", got=got or "nothing", name=name)
    return Difference(fault, message, run[0].where, page)


def _family(asked: object, got: object) -> Fault:
    ours = list(asked) if isinstance(asked, tuple) else []
    theirs = list(got) if isinstance(got, tuple) else []
    while ours and theirs and ours[0] == theirs[0]:
        ours, theirs = ours[1:], theirs[1:]
    differing = [*ours, *theirs]
    return _FAMILY.get(differing[0].partition("/")[0], Fault.STRUCTURE) if differing else Fault.STRUCTURE


def _described(roles: object) -> str:
    path = roles if isinstance(roles, tuple) else ()
    if not path:
        return "plain text"
    names = [
        NAMES.get(role) or f"item {role.partition('/')[2]} of a numbered list"
        for role, inner in zip(path, (*path[1:], ""), strict=True)
        if not (inner and role in ("L", "Table")) and not (role == "LI" and inner == "Term")
    ]
    return " in ".join(reversed(names))


_LOOKS: tuple[tuple[Fault | None, Callable[[Kind, Context], object], str], ...] = (
    (None, lambda _, context: context.roles, "{words} is {asked} in the text, but {got} in {name}."),
    (
        Fault.LANGUAGE,
        lambda kind, context: context.language.casefold() if kind is Kind.WORD else "",
        "{words} is in the language “{asked}”, but {name} says “{got}”.",
    ),
    (
        Fault.EXPANSION,
        lambda _, context: context.expansion,
        "{words} should carry “{asked}” as what its letters stand for; in {name} it carries “{got}”.",
    ),
    (
        Fault.TARGET,
        lambda _, context: unquote(context.target),
        "{words} should lead to {asked}; in {name} it leads to {got}.",
    ),
)
