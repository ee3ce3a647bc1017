"""Raw HTML is refused: a finding tells what to write instead, and its words are kept as plain text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from everyway.findings import rules
from everyway.model import LineBreak, Source, Text, Waiver
from everyway.reading.context import Context

_COMMENT = re.compile(r"\s*<!--(?:-?>|(.*?)-->)\s*", re.DOTALL)
_ALLOW = re.compile(r"allow\s+(\S+)\s+because\s+(\S.*)", re.DOTALL | re.IGNORECASE)
_INSTEAD = {
    "a": "Write a link: [words](address).",
    "abbr": "Write a line *[ABBR]: what it stands for.",
    "b": "Write **words** for words of strong importance.",
    "br": "End the line with a backslash for a new line.",
    "em": "Write *words* for stressed words.",
    "h1": "Write # before a heading.",
    "h2": "Write ## before a heading.",
    "h3": "Write ### before a heading.",
    "hr": "Write --- on a line of its own.",
    "i": "Write *words* for stressed words.",
    "img": "Write ![what it shows](file.svg).",
    "li": "Write “- ” before each item of a list.",
    "p": "Leave a blank line between paragraphs.",
    "span": "Write [words]{lang=cy} for words in another language.",
    "strong": "Write **words** for words of strong importance.",
    "table": "Write the table with | between its cells.",
    "ul": "Write “- ” before each item of a list.",
}
_ALONE = "Put the comment on a line of its own."
_SILENT = frozenset({"script", "style", "template"})


def html_words(html: str, context: Context, where: Source) -> Text | LineBreak | None:
    """The words of raw HTML, which is refused with a finding; comments are read for waivers."""
    if comment := _COMMENT.fullmatch(html):
        last = where.line + html.strip("\n").count("\n")  # a waiver holds for the line after its own last one
        read_comment(comment[1] or "", context, replace(where, line=last))
        return None
    stripped = _Stripped()
    stripped.feed(html)
    stripped.close()
    name = stripped.first
    if "script" in stripped.names:
        context.found.add("SRC031", "A script stands here.", where)
    else:
        shown = f"<{name}>" if name else " ".join(html.split())[:40]
        context.found.add("SRC030", f"HTML stands here: {shown}", where, _INSTEAD.get(name, "" if name else _ALONE))
    if name == "br":
        return LineBreak()
    words = "".join(stripped.words)
    return Text(words) if words.strip() else None


def read_comment(words: str, context: Context, where: Source) -> None:
    """Read a comment: a waiver goes into the ledger, any other is left out with a word of advice."""
    text = " ".join(words.split())
    if not text.startswith("everyway:"):
        context.found.add("SRC032", f"The comment “{text[:60]}” is not published.", where)
        return
    allow = _ALLOW.fullmatch(text.removeprefix("everyway:").strip())
    if not allow:
        context.found.add("SRC033", f"“{text[:80]}” does not say which rule to allow and why.", where)
        return
    rule = allow[1].upper()
    if rule not in rules():
        context.found.add("SRC034", f"There is no rule {allow[1]}.", where)
        return
    context.ledger.waivers.append(Waiver(rule, allow[2], where))


class _Stripped(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.names: list[str] = []
        self.silent = 0

    @property
    def first(self) -> str:
        return self.names[0] if self.names else ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.names.append(tag)
        self.silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        self.names.append(tag)
        if tag in _SILENT and self.silent:
            self.silent -= 1

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)
