"""Random Markdown that uses every construct of the dialect, with numbered words (`w1x w2x …`) and their order."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from hypothesis import strategies as st

Words = Iterator[str]


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A file of Markdown and the words that its model must hold, in reading order."""
    numbers = itertools.count(1)
    words: list[str] = []
    notes: list[str] = []

    def take(count: int = 1) -> str:
        new = [f"w{next(numbers)}x" for _ in range(count)]
        words.extend(new)
        return " ".join(new)

    def line() -> str:
        row = []
        for _ in range(draw(st.integers(1, 4))):
            mark = draw(st.sampled_from(MARKS))
            row.append(mark(take(draw(st.integers(1, 2)))))
            if draw(st.integers(0, 9)) == 0:
                row[-1] += f"[^{len(notes) + 1}]"
                notes.append("")
        return " ".join(row) + draw(st.sampled_from([".", "!", "", "…", " –"]))

    def paragraph() -> str:
        return draw(st.sampled_from(["\n", "\\\n", " "])).join(line() for _ in range(draw(st.integers(1, 3))))

    def blocks(depth: int) -> str:
        return "\n\n".join(draw(st.sampled_from(shapes(depth)))() for _ in range(draw(st.integers(1, 3))))

    def indented(text: str, first: str) -> str:
        return first + text.replace("\n", "\n" + " " * len(first))

    def table() -> str:
        columns = draw(st.integers(1, 3))
        caption = f"Table: {line()}\n" if draw(st.booleans()) else ""
        rows = ["| " + " | ".join(line() for _ in range(columns)) + " |" for _ in range(draw(st.integers(1, 3)))]
        rows.insert(1, "|" + "---|" * columns)
        return caption + draw(st.sampled_from(["", "{.row-headers}\n"])) + "\n".join(rows)

    def shapes(depth: int) -> list[Callable[[], str]]:
        flat: list[Callable[[], str]] = [
            paragraph,
            table,
            lambda: f"```\n{take(2)}\n```",
            lambda: f"![](star) {paragraph()}",
            lambda: f'![](star "{take(2)}")',
            lambda: f"![](star)\n{line()}\n\n- {line()}\n- {line()}",
            lambda: f"{line()}\n: {line()}\n: {line()}",
            lambda: "***",
            lambda: "::: page-break",
        ]
        if depth > 2:
            return flat
        return [
            *flat,
            lambda: "\n".join(indented(blocks(depth + 1), "- ") for _ in range(draw(st.integers(1, 3)))),
            lambda: indented(blocks(depth + 1), "1. "),
            lambda: "> " + blocks(depth + 1).replace("\n", "\n> "),
            lambda: f"::: tip {take(2)}\n{blocks(depth + 1)}\n:::",
            lambda: f"::: {{lang=cy}}\n{blocks(depth + 1)}\n:::",
        ]

    text = f"# {take(2)}\n\n" + blocks(0)
    defined = []
    for number in range(1, len(notes) + 1):  # the words of notes follow those of the section that calls them
        defined.append(f"[^{number}]: {take(3)}.\n\n    {take(2)}")
    return text + "\n\n" + "\n\n".join(defined) + "\n", words


MARKS: list[Callable[[str], str]] = [
    str,
    str,
    lambda words: f"**{words}**",
    lambda words: f"*{words}*",
    lambda words: f"[{words}](#base)",
    lambda words: f"[{words}](https://example.org)",
    lambda words: f"[{words}]{{lang=cy}}",
    lambda words: f"[{words}]{{term=budget}}",
    lambda words: f"`{words}`",
    lambda words: f"**{words}**",
    lambda words: f"{words} <b>",
    lambda words: f"{words} NHS",
]
