"""The law: every word once and in order, whatever the HTML, and no word of the text in an artifact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from tests.tagging import sheets

STYLE = """<style>
@page { size: 400px 480px; margin: 30px }
html { orphans: 1; widows: 1 } tr, .row, .float { break-inside: avoid }
.row { display: flex } .float img { float: left }
</style>"""

PHASES = (Phase.explicit, Phase.generate)
"""No shrinking: each try lays out pages, and the words are numbered, so a failure is easy to read as it is."""


@dataclass
class Draft:
    """HTML in the making, and the words a reader should hear, in order. Notes wait for the end of their block."""

    draw: Callable[[st.SearchStrategy[int]], int]
    html: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    waiting: list[list[str]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    number: count[int] = field(default_factory=lambda: count(1))
    note: count[int] = field(default_factory=lambda: count(1))

    def pick(self, most: int) -> int:
        return self.draw(st.integers(0, most))

    def add(self, html: str, role: str = "") -> None:
        self.html.append(html)
        if role:
            self.counts[role] = self.counts.get(role, 0) + 1

    def word(self) -> str:
        word = f"{'abcdefghij'[self.pick(9)] * (1 + self.pick(9))}{next(self.number)}"
        self.words.append(word)
        return word

    def inlines(self, depth: int) -> None:
        for _ in range(1 + self.pick(4)):
            kind = self.pick(9) if depth else 0
            if kind < 4:
                self.add(" ".join(self.word() for _ in range(1 + self.pick(7))))
            elif kind < 8:
                opening, closing, role = [
                    ("<b>", "</b>", ""),
                    ('<span lang="cy">', "</span>", ""),
                    ('<abbr title="x">', "</abbr>", ""),
                    ('<a href="https://example.org/">', "</a>", "Link"),
                ][kind - 4]
                self.add(opening, role)
                self.inlines(0 if role else depth - 1)  # a link holds no link
                self.add(closing)
            elif kind == 8:
                self.add('<img src="DOT" alt="x">', "Figure")
            else:
                self.footnote()
            self.add(" ")

    def footnote(self) -> None:
        number = str(next(self.note))
        self.words.append(number)
        outer, self.words = self.words, []
        self.add('<span class="note">', "Note")
        self.add(" ".join(self.word() for _ in range(1 + self.pick(9))))
        self.add("</span>")
        self.waiting.append([f"{number}.", *self.words])
        self.words = outer

    def block_of_text(self, opening: str, closing: str, role: str) -> None:
        self.add(opening, role)
        self.inlines(2)
        self.add(closing)
        self.settle()

    def settle(self) -> None:
        for words in self.waiting:
            self.words += words
        self.waiting = []

    def blocks(self, depth: int) -> None:
        for _ in range(1 + self.pick(2)):
            kind = self.pick(7) if depth else 0
            if kind < 2:
                self.block_of_text("<p>", "</p>", "P")
            elif kind == 2:
                self.block_of_text("<h2>", "</h2>", "H2")
            elif kind in (3, 4):
                self.a_list("ul" if kind == 3 else "ol", depth)
            elif kind == 5:
                self.table()
            elif kind == 6:
                self.statement()
            else:
                self.add('<blockquote lang="cy">', "BlockQuote")
                self.blocks(depth - 1)
                self.add("</blockquote>")

    def a_list(self, tag: str, depth: int) -> None:
        self.add(f"<{tag}>", "L")
        for number in range(1, 2 + self.pick(2)):
            self.add("<li>", "LI")
            self.words.append("•" if tag == "ul" else f"{number}.")
            self.blocks(depth - 1)
            self.add("</li>")
        self.add(f"</{tag}>")

    def table(self) -> None:
        columns = 1 + self.pick(1)
        self.add("<table><thead><tr>", "Table")
        for _ in range(columns):
            self.add(f'<th scope="col">{self.word()} {self.word()}</th>', "TH")
        self.add("</tr></thead><tbody>")
        for _ in range(1 + self.pick(2)):
            self.add("<tr>")
            for _ in range(columns):
                self.add("<td>", "TD")
                self.blocks(0)
                self.add("</td>")
            self.add("</tr>")
        self.add("</tbody></table>")

    def statement(self) -> None:
        self.add(f'<div class="{("row", "float")[self.pick(1)]}"><img src="DOT" alt="x">', "Figure")
        self.add("<div>")
        self.blocks(0)
        self.add("</div></div>")


@st.composite
def drafts(draw: Callable[[st.SearchStrategy[int]], int]) -> Draft:
    draft = Draft(draw)
    draft.blocks(2)
    return draft


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, phases=PHASES)
@given(drafts())
def test_every_word_once_and_in_order(draft: Draft) -> None:
    with sheets.logged() as heard:
        got = sheets.tagged(STYLE + "".join(draft.html))
    assume(not any("stands on no page" in what for what in heard))  # WeasyPrint's own losses: see test_build.py
    assert got.document is not None
    bullets = str.maketrans("◦▪", "••")
    assert got.document.text().translate(bullets).split() == draft.words
    counts = got.document.counts()
    assert {role: counts[role] for role in draft.counts} == draft.counts
    assert {text.text.split()[0] for text in got.outside if text.kind == "Artifact Pagination Header"} == {"Running"}
    heads = "".join(text.text for text in got.outside if text.kind == "Artifact Pagination")
    assert heads == "" or "TH" in draft.counts  # nothing but repeated heads of tables
    assert not [text for text in got.outside if text.kind in ("untagged", "Artifact", "Artifact Layout")]
    assert heard == []
