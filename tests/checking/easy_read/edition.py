"""Small Easy Read editions of a few sentences, and what is found in them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from everyway.checking.easy_read.check import easy_read
from everyway.findings import Finding
from everyway.model import (
    Block,
    Contact,
    Edition,
    EditionKind,
    Entry,
    Inline,
    Paragraph,
    Picture,
    Publication,
    Section,
    Sentence,
    Source,
    Statement,
    Text,
)

FILE = "content/easy-read/01-a.md"
GLOSSARY = "content/words/glossary.yml"
SETTINGS = Source("content/publication.yml", 9)

WORDS = (
    Entry("nhs", "NHS", "", "National Health Service", (), Source(GLOSSARY, 1)),
    Entry("gp", "GP", "", "General Practitioner", (), Source(GLOSSARY, 2)),
    Entry("staff", "staff", "People who work here.", "", ("employees", "personnel", "colleagues"), Source(GLOSSARY, 3)),
    Entry("budget", "budget", "A plan for money.", "", (), Source(GLOSSARY, 4)),
)

Words = str | Sequence[Inline]


def sentence(words: Words, line: int = 3) -> Sentence:
    """A sentence at a line of the file."""
    inlines = (Text(words),) if isinstance(words, str) else tuple(words)
    return Sentence(f"s{line}", inlines, Source(FILE, line))


def picture(name: str, drawing: str = "") -> Picture:
    """A picture of a name, from a set; two of one drawing look the same."""
    return Picture(name, Path(f"/pictures/{drawing or name}.svg"), name, set="set", identifier=drawing or name)


def beside(name: str, *words: Words, line: int = 3, drawing: str = "") -> Statement:
    """Sentences beside a picture."""
    sentences = tuple(sentence(each, line) for each in words)
    return Statement(picture(name, drawing), (Paragraph(sentences, Source(FILE, line)),), Source(FILE, line))


def edition_of(
    *blocks: Words | Block,
    glossary: tuple[Entry, ...] = WORDS,
    pictures: tuple[Picture, ...] = (),
    language: str = "en-GB",
    profile: str = "",
    **more: object,
) -> Publication:
    """A publication of one Easy Read edition that somebody has tested; sentences stand at lines 3, 4 and so on."""
    made: list[Block] = []
    for line, block in enumerate(blocks, 3):
        if isinstance(block, str | Sequence):
            made.append(Paragraph((sentence(block, line),), Source(FILE, line)))
        else:
            made.append(block)
    part = Section("a", 1, sentence("Welcome", 1), tuple(made), (), Source(FILE, 1))
    values: dict[str, object] = {"word_list": "word-list", "tested_with": "A reading group", **more}
    settings: dict[str, object] = {"profile": profile} if profile else {}
    edition = Edition(
        "easy-read", EditionKind.EASY_READ, "Our group: Easy Read", language, (part,), SETTINGS,
        settings=settings, **values,  # type: ignore[arg-type]
    )  # fmt: skip
    return Publication(
        "group", "Our group", "A group", "en-GB", datetime.date(2020, 7, 30), Contact("hello@example.org"),
        "Free to use.", (edition,), SETTINGS, glossary=glossary, pictures=pictures,
    )  # fmt: skip


def findings(*blocks: Words | Block, **more: object) -> list[Finding]:
    """What is found in a small edition, apart from words of the glossary that are nowhere bold."""
    return [one for one in easy_read(edition_of(*blocks, **more)) if one.rule != "ER023"]  # type: ignore[arg-type]


def rules(*blocks: Words | Block, **more: object) -> list[str]:
    """The rules that are broken, in order."""
    return [finding.rule for finding in findings(*blocks, **more)]
