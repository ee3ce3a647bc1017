"""A long plan, made up from a fixed seed: what reports are made of, as Markdown for everyway and as Typst markup."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SECTIONS = 63
"""As many as make about 100 pages of the usual PDF."""

PER_PART = 8

WORDS = """
staff people care teams time support plan local leaders training patients services health work year change safe fair
equal money offices managers nurses doctors colleagues communities recovery wellbeing flexible working review publish
listen help grow learn share trust open clear every each more better early often
"""

PUBLICATION = """title: A plan of a hundred pages
name: hundred
publisher: The everyway project
language: en-GB
date: 2024-02-29
contact:
  email: hello@example.org
rights: Free to use.
editions:
  plan: {title: A plan of a hundred pages, kind: standard, summary: Made up to be measured.}
"""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One section: `paragraphs` of sentences, `items` of a list, `rows` of a table (none for most), a `note`."""

    heading: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]
    note: str


def chapters(count: int = SECTIONS) -> tuple[Chapter, ...]:
    """The sections of the plan, the same in every run."""
    chance = random.Random(7)
    return tuple(_chapter(chance, number) for number in range(1, count + 1))


def _chapter(chance: random.Random, number: int) -> Chapter:
    rows = ((_words(chance, 2), _words(chance, 3), f"{chance.randrange(900)}") for _ in range(6))
    return Chapter(
        heading=f"{_words(chance, 4)} {number}".capitalize(),
        paragraphs=tuple(" ".join(_sentence(chance) for _ in range(5)) for _ in range(4)),
        items=tuple(_sentence(chance, 8) for _ in range(5)),
        rows=tuple(rows) if number % 3 == 0 else (),
        note=_sentence(chance, 8),
    )


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS.split()) for _ in range(count))


def _sentence(chance: random.Random, usual: int = 15) -> str:
    return f"{_words(chance, chance.randint(usual - 4, usual + 4))}.".capitalize()


def write_project(folder: Path, sections: int = SECTIONS) -> None:
    """Write the plan as a project of everyway, in so many parts."""
    content = folder / "content"
    (content / "plan").mkdir(parents=True)
    (content / "publication.yml").write_text(PUBLICATION, "utf-8")
    every = chapters(sections)
    for part, start in enumerate(range(0, len(every), PER_PART), 1):
        text = "\n".join(_markdown(part, every[start : start + PER_PART]))
        (content / "plan" / f"{part:02}.md").write_text(text, "utf-8")


def _markdown(part: int, some: tuple[Chapter, ...]) -> Iterator[str]:
    yield f"---\npart: {part}\n---\n# Part about {some[0].heading.lower()} {{#part-{part}}}\n"
    for number, chapter in enumerate(some, 1):
        yield f"## {chapter.heading}\n"
        first, *others = chapter.paragraphs
        yield f"{first}[^{part}-{number}]\n"
        yield from (f"{paragraph}\n" for paragraph in others)
        yield "".join(f"- {item}\n" for item in chapter.items)
        if chapter.rows:
            yield "| What | How | How many |\n|------|-----|----:|"
            yield "".join(f"| {' | '.join(row)} |\n" for row in chapter.rows)
        yield f"See [the start](#part-{part}) and [a page](https://example.org/{part}/{number}).\n"
        yield f"[^{part}-{number}]: {chapter.note}\n"


SETTING = """#set document(title: "A plan of a hundred pages")
#set page(paper: "a4", margin: (left: 22mm, right: 18mm, y: 25mm), footer: context align(left, counter(page).display()))
#set text(font: "Atkinson Hyperlegible Next", size: 18pt, lang: "en", hyphenate: false)
#set par(leading: 0.9em, spacing: 1.8em)
#show heading.where(level: 1): it => { pagebreak(weak: true); text(size: 28pt, it) }
#show heading.where(level: 2): set text(size: 24pt)
#show footnote.entry: set text(size: 18pt)
#outline()
"""


def typst_markup() -> str:
    """The same text, set alike, as Typst markup: its notes stand at the foot of the page."""
    lines = [SETTING]
    every = chapters()
    for part, start in enumerate(range(0, len(every), PER_PART), 1):
        some = every[start : start + PER_PART]
        lines.append(f"= Part about {some[0].heading.lower()} <part-{part}>\n")
        for number, chapter in enumerate(some, 1):
            first, *others = chapter.paragraphs
            lines += [f"== {chapter.heading}\n", f"{first}#footnote[{chapter.note}]\n", *(f"{one}\n" for one in others)]
            lines.append("".join(f"- {item}\n" for item in chapter.items))
            if chapter.rows:
                cells = ", ".join(f"[{cell}]" for row in chapter.rows for cell in row)
                lines.append(f"#table(columns: 3, table.header([What], [How], [How many]), {cells})\n")
            address = f"https://example.org/{part}/{number}"
            lines.append(f'See #link(<part-{part}>)[the start] and #link("{address}")[a page].\n')
    return "\n".join(lines)
