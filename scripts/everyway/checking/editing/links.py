"""Links: whether their words say where they lead, also to somebody who hears nothing but the links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from everyway.checking.editing.copy import Copy, Line, excerpt
from everyway.checking.editing.vocabulary import pairs, words
from everyway.findings import Finding
from everyway.model import InlinePicture, Link, Place
from everyway.model.walk import inlines_of, plain_text

LONGEST = 100
"""Characters of a link's words."""

LONGEST_ADDRESS = 40
"""Characters of an address that can be read out, or copied from paper."""

_WEB = re.compile(
    r"(?:https?://|www\.)\S+|(?:[a-z0-9-]+\.)+(?:uk|org|com|net|gov|cymru|wales|eu|ie|scot)(?:/\S*)?", re.I
)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(r"\+?[\d()\s.-]{7,}")
_SAME_DIGITS = 9
"""The last digits of a telephone number, with or without its country code."""


def links(copy: Copy) -> Iterator[Finding]:
    """What is wrong with links, in every edition by itself."""
    places: dict[tuple[str, str], tuple[str | Place, Line]] = {}
    for line in copy.lines:
        for inline in inlines_of(line.inlines):
            if isinstance(inline, Link) and (said := _said(inline)):
                found = list(_of_itself(inline, said, line))
                yield from found
                if not found:
                    yield from _elsewhere(inline, said, line, places)


def _said(link: Link) -> str:
    alts = [one.picture.alt or "" for one in inlines_of(link.inlines) if isinstance(one, InlinePicture)]
    return " ".join(f"{plain_text(link.inlines)} {' '.join(alts)}".split())


def _of_itself(link: Link, said: str, line: Line) -> Iterator[Finding]:
    bare = re.sub(r"[^\w\s’'-]", " ", said.casefold())
    bare = " ".join(bare.split())
    if bare in words("links", "empty"):
        yield Finding("LNK001", f"A link says no more than “{said}”, in “{excerpt(line.text)}”.", line.source)
        return
    if _WEB.fullmatch(said) and ("://" in said or len(said) > LONGEST_ADDRESS):
        yield Finding("LNK002", f"The words of a link are its address: “{said[:80]}”.", line.source)
    if isinstance(link.target, str) and (other := _another(said, link.target)):
        yield Finding("LNK004", f"The link says “{said}”, but leads to {other}.", line.source)
    if len(said) > LONGEST and not _WEB.fullmatch(said):
        yield Finding("LNK005", f"The words of a link have {len(said)} characters: “{excerpt(said)}”", line.source)
    if isinstance(link.target, str) and (kind := _document(link.target)) and not _names(said, kind):
        message = f"“{said}” leads to a file ({kind}), and does not say so."
        yield Finding("LNK006", message, line.source, f"Write “{said} ({kind})”.")
    if bare.startswith(words("links", "openings")):
        yield Finding(
            "LNK007", f"The words of a link begin with “{' '.join(said.split()[:2])}”: “{said}”.", line.source
        )


def _elsewhere(
    link: Link, said: str, line: Line, places: dict[tuple[str, str], tuple[str | Place, Line]]
) -> Iterator[Finding]:
    target, first = places.setdefault((line.edition, said.casefold()), (link.target, line))
    if _plain(target) != _plain(link.target):
        message = f"“{said}” leads here to another place than in line {first.source.line} of {first.source.file}."
        yield Finding("LNK003", message, line.source)


def _plain(target: str | Place) -> str | Place:
    if isinstance(target, str) and target.startswith("tel:"):
        return f"tel:{re.sub(r'[^0-9]', '', target)[-_SAME_DIGITS:]}"
    return target.rstrip("/").casefold() if isinstance(target, str) else target


def _another(said: str, target: str) -> str:
    """Where a link leads whose words are an address or a number, when that is not what they say; else nothing."""
    scheme, _, rest = target.partition(":")
    if scheme == "mailto":
        address = unquote(rest.partition("?")[0])
        return address if _MAIL.fullmatch(said) and said.casefold() != address.casefold() else ""
    if scheme == "tel":
        digits, dialled = (re.sub(r"\D", "", number.replace("(0)", "")) for number in (said, rest))
        wrong = _PHONE.fullmatch(said) and digits[-_SAME_DIGITS:] != dialled[-_SAME_DIGITS:]
        return rest if wrong else ""
    if _MAIL.fullmatch(said):
        return target
    return target if _WEB.fullmatch(said) and _host(said) != _host(target) else ""


def _host(address: str) -> str:
    parts = urlsplit(address if "://" in address else f"https://{address}")
    return (parts.hostname or "").removeprefix("www.")


def _document(target: str) -> str:
    path = urlsplit(target).path if "://" in target else ""
    return pairs("links", "documents").get(path.rpartition(".")[2].lower(), "") if "." in path else ""


def _names(said: str, kind: str) -> bool:
    return any(word.casefold() in said.casefold() for word in kind.split())
