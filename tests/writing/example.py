"""A small publication, made by hand, that uses every block and inline of the model in two editions."""

from __future__ import annotations

import datetime
from itertools import count
from pathlib import Path

from everyway.model import (
    Abbreviation,
    Block,
    BulletList,
    Callout,
    Cell,
    Code,
    CodeBlock,
    Contact,
    Definition,
    DefinitionList,
    Edition,
    EditionKind,
    Emphasis,
    Entry,
    Figure,
    Foreign,
    Inline,
    InlinePicture,
    LineBreak,
    Link,
    ListItem,
    Note,
    NoteReference,
    Opening,
    OrderedList,
    PageBreak,
    Paragraph,
    Passage,
    Picture,
    Place,
    Publication,
    Quote,
    Section,
    Sentence,
    Source,
    Statement,
    Strong,
    Table,
    Term,
    Text,
    ThematicBreak,
)

SQUARE = Path(__file__).parents[1] / "pictures" / "square.svg"
HERE = Source("content/plan/01-example.md", 1)
_numbers = count(1)


def sentence(*inlines: Inline | str, line: int = 1) -> Sentence:
    """A sentence of texts and inlines."""
    made = tuple(Text(each) if isinstance(each, str) else each for each in inlines)
    return Sentence(f"s{next(_numbers)}", made, Source(HERE.file, line))


def paragraph(*inlines: Inline | str, line: int = 1) -> Paragraph:
    """A paragraph of one sentence."""
    return Paragraph((sentence(*inlines, line=line),), Source(HERE.file, line))


def bullets(*texts: str) -> BulletList:
    """A list of short items."""
    return BulletList(tuple(ListItem((paragraph(text),), HERE) for text in texts), HERE)


def cells(*texts: str) -> tuple[Cell, ...]:
    """A row of a table; an empty text makes an empty cell."""
    return tuple(Cell((sentence(text),) if text else (), HERE) for text in texts)


def picture(name: str, alt: str, **more: str) -> Picture:
    """A picture of the tests' own."""
    return Picture(name, SQUARE, alt, credit="the everyway authors", licence="MIT", **more)


def section(identifier: str, level: int, heading: str, *blocks: Block, **more: object) -> Section:
    """A section."""
    return Section(identifier, level, sentence(heading), blocks, more.pop("sections", ()), HERE, **more)  # type: ignore[arg-type]


NURSE = picture("nurse", "A nurse")
CHART = picture("chart", "A chart with three bars", description="The bars grow from left to right.")
LINE = picture("line", "")

EVERY_INLINE = paragraph(
    "Plain & <plain>, ",
    Strong((Text("strong"),)),
    ", ",
    Emphasis((Text("stressed"),)),
    ", ",
    Link((Text("a "), Strong((Text("link"),))), "https://example.org/a?b=1&c=2"),
    ", ",
    Link((Text("another part"),), Place("plan", "second")),
    ", ",
    Link((Text("the other edition"),), Place("easy-read", "welcome")),
    ", ",
    Abbreviation("HWRC", "household waste recycling centre"),
    ", ",
    Term((Text("staff"),), "staff"),
    ", ",
    Foreign((Text("dŵr a thŷ"),), "cy"),
    ", ",
    Code("x = 1"),
    ",",
    LineBreak(),
    "a new line, a picture ",
    InlinePicture(NURSE),
    " and a note.",
    NoteReference("note-1", 1),
    " Again.",
    NoteReference("note-1", 1, first=False),
)

EVERY_BLOCK: tuple[Block, ...] = (
    EVERY_INLINE,
    bullets("first", "second"),
    OrderedList((ListItem((paragraph("third"), bullets("inside")), HERE),), HERE, start=3),
    DefinitionList((Definition((sentence("Word"),), ((paragraph("What it means."),),), HERE, "word-word"),), HERE),
    Table(
        (sentence("A table"),),
        cells("Name", "Number"),
        (cells("One", "1"), cells("Two", "")),
        ("", "right"),
        True,
        HERE,
    ),
    Figure(CHART, (sentence("A caption"),), HERE),
    Figure(LINE, (), HERE),
    Quote((paragraph("Said by somebody."),), HERE),
    Callout("warning", sentence("Warning"), (paragraph("Mind the step."),), HERE),
    Passage("cy", (paragraph("Mae'r paragraff hwn yn Gymraeg."),), HERE),
    Passage("ar", (paragraph("123"),), HERE),
    CodeBlock("one\n  two <three>\n", "sh", HERE),
    ThematicBreak(HERE),
    PageBreak(HERE),
    paragraph("After the break."),
)

NOTE = Note("note-1", 1, (paragraph("What the note says."), bullets("in a list")), HERE)


def plan(*sections: Section) -> Edition:
    """The standard edition, of these sections or of every construct."""
    inner = section("inner", 2, "Below", paragraph("Deeper."), sections=(section("innermost", 3, "Deepest"),))
    every = (
        section(
            "first",
            1,
            "Everything",
            *EVERY_BLOCK,
            sections=(inner,),
            notes=(NOTE,),
            opening=Opening(1, "Part 1", NURSE, sentence("What this part says.")),
        ),
        section("second", 1, "No number", paragraph("Short."), opening=Opening(None, "", None, None)),
    )
    return Edition(
        "plan", EditionKind.STANDARD, "An example: the plan", "en-GB", sections or every, HERE, summary="For tests."
    )


def easy_read(*sections: Section) -> Edition:
    """The Easy Read edition, of these sections or of a few statements."""
    meaning = Definition((sentence("staff"),), ((paragraph("People who work here."),),), HERE, "word-staff")
    every = (
        section(
            "welcome",
            1,
            "Welcome",
            Statement(NURSE, (paragraph("We have good ", Term((Text("staff"),), "staff"), "."),), HERE),
            Statement(LINE, (paragraph("We will:"), bullets("listen", "help")), HERE),
            opening=Opening(1, "Part 1", NURSE, sentence("Read this first.")),
        ),
        section("words", 1, "Words", DefinitionList((meaning,), HERE), opening=Opening(None, "", None, None)),
    )
    return Edition(
        "easy-read",
        EditionKind.EASY_READ,
        "An example: Easy Read",
        "en-GB",
        sections or every,
        HERE,
        summary="This is for tests.",
        word_list="words",
    )


def publication(*editions: Edition) -> Publication:
    """A publication of these editions, or of both with every construct."""
    return Publication(
        "example",
        "An example",
        "The everyway project",
        "en-GB",
        datetime.date(2020, 7, 30),
        Contact("someone@example.org", "0303 123 9999", "Ask us."),
        "Free to use.",
        editions or (plan(), easy_read()),
        HERE,
        summary="An example for tests.",
        glossary=(Entry("staff", "staff", "People who work here.", "", (), HERE),),
        pictures=(NURSE, CHART, LINE),
    )
