"""The checks of plain text in every build: every word and sign in its place, and lines that everybody can read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from everyway.checking.account import Account, AccountBuilder
from everyway.checking.fidelity import Fault, differences
from everyway.checking.limit import at_most
from everyway.checking.text.expected import QUOTED, expected_text
from everyway.findings import Finding
from everyway.model import Artifact, Publication

NAME = "the plain text"
COLUMNS = 72
RULE = "_" * COLUMNS

RULES: dict[Fault, str] = {Fault.LOST: "TEXT001", Fault.ADDED: "TEXT002", Fault.MOVED: "TEXT003"}

_UNDERLINE = re.compile(r"(=+|-+|~+|\.+)$")
_QUOTED = re.compile(r" *((?:(?:-|\d+\.|\[\d+\]) )*)((?:> ?)*)(.*)$")
_MARK = re.compile(r"( *)(?:- |\d+\. |\[\d+\] |> )?")


def tells_the_text(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Every difference between the words and signs of the file and those that the text asks for."""
    edition = publication.edition(artifact.edition)
    found = differences(expected_text(publication, edition), text_account(_lines(artifact)), NAME)
    yield from at_most(
        Finding(RULES[each.fault], each.message.replace(QUOTED, ">"), each.where, format=artifact.format)
        for each in found
        if each.fault in RULES
    )


def reads_well(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Every line that is too long, every underline of another width, every character that programs show wrongly."""
    yield from at_most(
        Finding(rule, message, format=artifact.format, place=f"line {number}")
        for rule, message, number in _faults(artifact)
    )


def text_account(lines: list[str]) -> Account:
    """The words and signs between the two rules; the line under a heading is one sign, a quotation too."""
    build = AccountBuilder()
    depth = 0
    for line in _between(lines):
        marks, quotes, words = _QUOTED.match(line).groups()  # type: ignore[union-attr]
        deeper, depth = quotes.count(">") - depth, quotes.count(">")
        build.text(f" {marks} {' '.join(QUOTED * deeper)} {words[0] if _UNDERLINE.match(words) else words} ")
    return build.account()


def _between(lines: list[str]) -> list[str]:
    rules = [number for number, line in enumerate(lines) if line == RULE]
    return lines[rules[0] + 1 : rules[-1]] if len(rules) > 1 else lines


def _lines(artifact: Artifact) -> list[str]:
    return artifact.path.read_text("utf-8", errors="replace").split("\n")


def _faults(artifact: Artifact) -> Iterator[tuple[str, str, int]]:
    lines = _lines(artifact)
    for number, line in enumerate(lines, start=1):
        width = _width(line)
        bare = line[_MARK.match(line).end() :]  # type: ignore[union-attr]
        if width > COLUMNS and " " in bare.strip():
            yield "TEXT004", f"The line “{line.strip()[:40]} …” has {width} columns.", number
        above = lines[number - 2] if number > 1 else ""
        if len(line) > 1 and _UNDERLINE.match(line) and above.strip() and above != line:
            widest = max(map(_width, _paragraph(lines, number - 2)))
            if widest != width:
                yield "TEXT005", f"The heading “{above.strip()}” is underlined by {width} columns.", number
        odd = sorted({f"U+{ord(sign):04X}" for sign in line if _odd(sign)})
        if odd or line != line.rstrip(" ") or unicodedata.normalize("NFC", line) != line:
            what = f"holds {', '.join(odd)}" if odd else "ends with spaces, or has letters in parts"
            yield "TEXT006", f"The line “{line.strip()[:40]}” {what}.", number
    if lines.count(RULE) < 2 or lines[-1]:
        yield "TEXT007", "The text does not stand between its two rules, or the file does not end with a line.", 1


def _paragraph(lines: list[str], last: int) -> list[str]:
    """The lines of the paragraph that ends with one of them, without the line over a title."""
    first = last
    while first > 0 and lines[first - 1].strip():
        first -= 1
    return [line for line in lines[first : last + 1] if not _UNDERLINE.match(line)] or [""]


def _width(line: str) -> int:
    """Columns on a screen: wide characters take two, marks on others none (Unicode Standard Annex 11)."""
    wide = sum(1 for sign in line if unicodedata.east_asian_width(sign) in ("W", "F"))
    none = sum(1 for sign in line if unicodedata.category(sign) in ("Mn", "Me", "Cf"))
    return len(line) + wide - none


def _odd(sign: str) -> bool:
    return (
        unicodedata.category(sign) in ("Cc", "Co", "Cs", "Cn", "Zl", "Zp") or sign in "\u00ad\u200b\u2060\ufeff\ufffd"
    )
