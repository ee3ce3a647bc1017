"""Signs: emoji, decoration and lists made of characters, which are heard by their names or not at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from everyway.checking.editing.copy import Copy, Kind, around, excerpt
from everyway.checking.editing.vocabulary import either, pairs
from everyway.findings import Finding
from everyway.model import BulletList, LineBreak, OrderedList, Paragraph, Quote
from everyway.model.walk import inner_blocks, plain_text

_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u26ff\u2702-\u27b0\u2b50\u2b55\u231a\u231b](?:\ufe0f|\u200d|[\U0001f3fb-\U0001f3ff])*"
    "|[0-9#*]\ufe0f?\u20e3"
)
_MANY = re.compile(r"!{2,}|\?{2,}|[!?]{3,}|\.{4,}|…{2,}")
_ROWS = re.compile(r"([_=*~#+-])\1{2,}|(?:[_=*~-] ){3,}")
_SURE = re.compile(r"(?:[•·‣◦▪▫●○■□►➤➢✓✔»]|\uf0b7)\s*(?=\S)")
_LIKELY = re.compile(r"(?:[–—*+-]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s+|(?:[a-z]|[ivx]{2,4})\.\s+)(?=\S)")
_SHOWN = 3
_LONGEST = 20
"""Signs of a row that are quoted."""


def signs(copy: Copy) -> Iterator[Finding]:
    """Emoji, decorative signs, repeated punctuation and rows of signs in every edition; lists typed by hand."""
    for line in copy.lines:
        plain = line.prose.isascii() and "\u20e3" not in line.prose
        told = [] if plain else _decoration().findall(line.prose)
        emoji = [] if plain else [sign for sign in dict.fromkeys(_EMOJI.findall(line.prose)) if sign[0] not in told]
        for sign in emoji[:_SHOWN]:
            message = f"“{sign}” is heard as “{_name(sign)}”, or not at all, in “{excerpt(line.text)}”."
            yield Finding("SGN001", message, line.source)
        if line.kind is not Kind.QUOTE or not _SURE.match(line.prose):
            for sign in list(dict.fromkeys(told))[:_SHOWN]:
                if not (line.prose.startswith(sign) and _SURE.match(line.prose)):
                    instead = pairs("signs", "instead")[sign]
                    fix = f"Write {instead}." if instead else ""
                    message = f"“{sign}” is heard as “{_name(sign)}”, or not at all, in “{excerpt(line.text)}”."
                    yield Finding("SGN002", message, line.source, fix)
        for pattern, rule in ((_MANY, "SGN004"), (_ROWS, "SGN005")):
            if match := pattern.search(line.prose):
                message = f"“{match[0].strip()[:_LONGEST]}” stands in “{around(line.prose, *match.span())}”."
                yield Finding(rule, message, line.source)
    yield from _lists_by_hand(copy)


def _name(sign: str) -> str:
    return unicodedata.name(sign[0], "a sign").casefold()


@cache
def _decoration() -> re.Pattern[str]:
    return re.compile(f"(?:{either(pairs('signs', 'instead'))})")


def _lists_by_hand(copy: Copy) -> Iterator[Finding]:
    """Paragraphs that begin with a bullet; or several in a row, or lines of one, that begin with a number or dash."""
    quoted = {id(inner) for _, _, block in copy.blocks if isinstance(block, Quote) for inner in inner_blocks(block)}
    run: list[tuple[Paragraph, str]] = []
    for _, _, block in copy.blocks:
        if isinstance(block, BulletList | OrderedList):
            continue
        rows = _rows(block) if isinstance(block, Paragraph) and id(block) not in quoted else []
        sure = next((row for row in rows if _SURE.match(row)), "")
        likely = [row for row in rows if _LIKELY.match(row)]
        if isinstance(block, Paragraph) and (sure or len(likely) > 1):
            yield _by_hand(block, sure or likely[0])
            run = []
        elif isinstance(block, Paragraph) and likely and rows[0] == likely[0]:
            run.append((block, likely[0]))
            if len(run) == 2:
                yield _by_hand(*run[0])
        else:
            run = []


def _by_hand(block: Paragraph, row: str) -> Finding:
    sign = row.split()[0][:3]
    return Finding("SGN003", f"A list is typed by hand, with “{sign}”: “{excerpt(row, 8)}”", block.source)


def _rows(block: Paragraph) -> Sequence[str]:
    """The beginning of a paragraph and of each line that its writer broke on purpose."""
    rows: list[str] = [""]
    for sentence in block.sentences:
        for inline in sentence.inlines:
            if isinstance(inline, LineBreak):
                rows.append("")
            else:
                rows[-1] += plain_text((inline,))
        rows[-1] += " "
    return [row.strip() for row in rows]
