"""A small publication with one of everything that can be lost on the way, and what is made of it."""

from __future__ import annotations

import datetime
from pathlib import Path
from zlib import crc32

from everyway.manifest import EMPTY
from everyway.model import (
    Abbreviation,
    Artifact,
    BulletList,
    Cell,
    Contact,
    Definition,
    DefinitionList,
    Edition,
    EditionKind,
    Figure,
    Foreign,
    Inline,
    Link,
    ListItem,
    Note,
    NoteReference,
    Opening,
    OrderedList,
    Paragraph,
    Picture,
    Place,
    Publication,
    Quote,
    Section,
    Sentence,
    Source,
    Table,
    Term,
    Text,
)

FILE = "content/plan/01-gardens.md"
SQUARE = Picture("square", Path(__file__).parents[1] / "pictures" / "square.svg", "A blue square")


def sentence(line: int, *inlines: Inline | str) -> Sentence:
    """A sentence at a line of the file."""
    made = tuple(Text(each) if isinstance(each, str) else each for each in inlines)
    return Sentence(f"s{line}-{crc32(repr(made).encode())}", made, Source(FILE, line))


def paragraph(line: int, *inlines: Inline | str) -> Paragraph:
    return Paragraph((sentence(line, *inlines),), Source(FILE, line))


def item(line: int, words: str) -> ListItem:
    return ListItem((paragraph(line, words),), Source(FILE, line))


def cell(line: int, words: str) -> Cell:
    return Cell((sentence(line, words),), Source(FILE, line))


def small() -> Publication:
    """One edition in two parts, with a word list."""
    trees = Section(
        "trees",
        2,
        sentence(10, "Trees of the valley"),
        (
            paragraph(12, "The ", Abbreviation("RHS", "Royal Horticultural Society"), " calls them hardy."),
            paragraph(14, "In Welsh a garden is ", Foreign((Text("gardd fach"),), "cy"), " to everyone."),
            BulletList((item(16, "apple blossom"), item(17, "pear orchard")), Source(FILE, 16)),
            OrderedList((item(19, "dig deeply"), item(20, "water slowly")), Source(FILE, 19)),
            Table(
                (sentence(22, "Harvest in baskets"),),
                (cell(23, "Fruit"), cell(23, "Baskets")),
                ((cell(25, "Plums"), cell(25, "seven")), (cell(26, "Quinces"), cell(26, "three"))),
                ("", ""),
                True,
                Source(FILE, 22),
            ),
            Figure(SQUARE, (sentence(28, "The plan of the beds"),), Source(FILE, 28)),
            Quote((paragraph(30, "Gardening is patience made visible."),), Source(FILE, 30)),
        ),
        (),
        Source(FILE, 10),
    )
    gardens = Section(
        "gardens",
        1,
        sentence(1, "Gardens for everyone"),
        (
            paragraph(3, "Early birds sing loudly before sunrise."),
            paragraph(5, "Compost", NoteReference("note-compost", 1), " feeds hungry soil."),
            paragraph(7, "Read ", Link((Text("the seasonal guide"),), "https://example.org/guide"), " at home."),
            paragraph(8, "See ", Link((Text("the tool shed"),), Place("plan", "tools")), " first."),
            paragraph(9, "Good ", Term((Text("mulch"),), "mulch"), " keeps roots cool."),
        ),
        (trees,),
        Source(FILE, 1),
        (Note("note-compost", 1, (paragraph(33, "Rotted leaves and peelings."),), Source(FILE, 33)),),
        Opening(1, "Part 1", None, None),
    )
    tools = Section(
        "tools", 1, sentence(40, "Tools"), (paragraph(42, "Sharpen every blade."),), (), Source(FILE, 40),
        opening=Opening(2, "Part 2", None, None),
    )  # fmt: skip
    mulch = Definition(
        (sentence(51, "mulch"),), ((paragraph(52, "A cover for bare soil."),),), Source(FILE, 51), "word-mulch"
    )
    words = Section(
        "word-list", 1, sentence(50, "Hard words"), (DefinitionList((mulch,), Source(FILE, 51)),), (), Source(FILE, 50),
        opening=Opening(None, "", None, None),
    )  # fmt: skip
    edition = Edition(
        "plan", EditionKind.STANDARD, "The garden plan", "en-GB", (gardens, tools, words),
        Source("content/publication.yml", 1), word_list="word-list",
    )  # fmt: skip
    return Publication(
        "garden", "The garden", "A society", "en-GB", datetime.date(2020, 7, 30), Contact("garden@example.org"),
        "Free to use.", (edition,), Source("content/publication.yml", 1), pictures=(SQUARE,),
    )  # fmt: skip


def make_site_of(publication: Publication, folder: Path) -> Artifact:
    from everyway.writing.site.build import make_site

    (folder / "site").mkdir(parents=True)
    (made,) = make_site(publication, EMPTY, folder / "site")
    return made


def make_pdf_of(publication: Publication, folder: Path) -> Artifact:
    from everyway.writing.pdf import make_pdf

    folder.mkdir(parents=True, exist_ok=True)
    (made,) = make_pdf(publication, publication.edition("plan"), {}, folder)
    return made
