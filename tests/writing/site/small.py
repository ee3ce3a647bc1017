"""A small publication built by hand: two editions that tell the same, with every block that a site has to show."""

import datetime
import hashlib
from pathlib import Path

from everyway.manifest import Item, Manifest
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

HERE = Source("content/plan/01.md", 1)

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 48"><circle cx="24" cy="24" r="20" fill="{}"/></svg>\n'


def sentence(*inlines: Inline | str) -> Sentence:
    runs = tuple(Text(each) if isinstance(each, str) else each for each in inlines)
    return Sentence("s-" + hashlib.sha256(repr(runs).encode()).hexdigest()[:6], runs, HERE)


def paragraph(*inlines: Inline | str) -> Paragraph:
    return Paragraph((sentence(*inlines),), HERE)


def section(
    name: str, heading: str, *blocks: Block, level: int = 2, inner: tuple[Section, ...] = (), covers: str = ""
) -> Section:
    return Section(name, level, sentence(heading), blocks, inner, HERE, covers=tuple(covers.split()), language="")


def part(
    name: str,
    heading: str,
    *blocks: Block,
    number: int | None = None,
    picture: Picture | None = None,
    inner: tuple[Section, ...] = (),
    notes: tuple[Note, ...] = (),
    covers: str = "",
) -> Section:
    opening = Opening(
        number, f"Part {number}" if number else "", picture, sentence(f"What “{heading}” says in a sentence.")
    )
    return Section(
        name, 1, sentence(heading), blocks, inner, HERE, notes=notes, opening=opening, covers=tuple(covers.split())
    )


def small_publication(folder: Path) -> Publication:
    """The publication; its pictures are drawn into `folder`."""
    pictures = {}
    for name, colour in (("people", "#005A5B"), ("growth", "#245229"), ("team", "#6A1B5D")):
        file = folder / f"{name}.svg"
        file.write_text(_SVG.format(colour), "utf-8")
        pictures[name] = Picture(
            name, file, f"A drawing of {name}", description="", credit="the authors", licence="MIT"
        )
    chart = Picture("chart", pictures["growth"].file, "A chart", "A line goes up.", "the authors", "CC BY-SA 4.0")
    plan = Edition(
        "plan", EditionKind.STANDARD, "Care for all: the plan in full", "en-GB", _plan(pictures, chart), HERE
    )
    easy = Edition(
        "easy-read", EditionKind.EASY_READ, "Care for all: Easy Read", "en-GB", _easy(pictures), HERE, word_list="words"
    )
    return Publication(
        name="care-for-all",
        title="Care for all: an example",
        publisher="The authors <of> this & that",
        language="en-GB",
        date=datetime.date(2020, 7, 30),
        contact=Contact("hello@example.org", "0300 000 0000", "On weekdays."),
        rights="Free to use.",
        editions=(plan, easy),
        source=HERE,
        summary="An example with everything a site has to show.",
        pictures=(*pictures.values(), chart),
    )


def _plan(pictures: dict[str, Picture], chart: Picture) -> tuple[Section, ...]:
    note = Note("note-year", 1, (paragraph("The year begins in April."),), HERE)
    columns = ("Part", "What it is about", "When")
    rows = (("People", "Health and wellbeing", "Now"), ("Growth", "More staff", ""))

    def cell(words: str) -> Cell:
        return Cell((sentence(words),) if words else (), HERE)

    table = Table(
        (sentence("The parts"),),
        tuple(map(cell, columns)),
        tuple(tuple(map(cell, row)) for row in rows),
        ("", "", "right"),
        True,
        HERE,
    )
    first = part(
        "people",
        "Looking after <people> & all",
        Callout("note", sentence("Note"), (paragraph("This is an example."),), HERE),
        paragraph("The ", Abbreviation("NHS", "National Health Service"), " cares", NoteReference("note-year", 1), "."),
        number=1,
        picture=pictures["people"],
        inner=(
            section(
                "health",
                "Health",
                paragraph(
                    "See ", Link((Text("growth"),), Place("plan", "growth")), " and ", Strong((Text("rest"),)), "."
                ),
                BulletList((ListItem((paragraph("one"),), HERE), ListItem((paragraph("two"),), HERE)), HERE),
                table,
                inner=(section("sleep", "Sleep", paragraph("Sleep well. A zebra sleeps."), level=3),),
            ),
            section(
                "words-and-signs",
                "Words and signs",
                paragraph(
                    Emphasis((Text("Stressed"),)),
                    ", ",
                    Foreign((Text("testun"),), "cy"),
                    ", ",
                    Code("<code>"),
                    ", ",
                    Link((Text("a site"),), "https://example.org/"),
                    LineBreak(),
                    InlinePicture(pictures["team"]),
                ),
                Quote((paragraph("Said by <somebody>."),), HERE),
                Passage("cy", (paragraph("Geiriau Cymraeg."),), HERE),
                Figure(chart, (sentence("How it grows"),), HERE),
                CodeBlock("a < b", "text", HERE),
                ThematicBreak(HERE),
                PageBreak(HERE),
                OrderedList((ListItem((paragraph("third"),), HERE),), HERE, start=3),
                DefinitionList((Definition((sentence("Staff"),), ((paragraph("People at work."),),), HERE),), HERE),
            ),
        ),
        notes=(note,),
    )
    second = part("growth", "Growth", paragraph("More people."), number=2, picture=pictures["growth"])
    return (part("introduction", "Introduction", paragraph("Welcome.")), first, second)


def _easy(pictures: dict[str, Picture]) -> tuple[Section, ...]:
    def statement(name: str, *inlines: Inline | str) -> Statement:
        return Statement(pictures[name], (paragraph(*inlines),), HERE)

    words = DefinitionList(
        (Definition((sentence("staff"),), ((paragraph("People who work here."),),), HERE, id="word-staff"),), HERE
    )
    return (
        part(
            "easy-people",
            "Looking after people",
            statement("people", "We care for our ", Term((Text("staff"),), "staff"), "."),
            covers="people",
            picture=pictures["people"],
            inner=(
                section("easy-health", "Being healthy", statement("team", "We help staff to rest."), covers="health"),
            ),
        ),
        part("easy-growth", "Growing", statement("growth", "We need more staff."), covers="growth"),
        part("words", "Words", words),
    )


def small_manifest(folder: Path) -> Manifest:
    """What a build before the site has made: a PDF of each edition, under `folder`."""
    items = []
    (folder / "downloads").mkdir(parents=True)
    for edition in ("plan", "easy-read"):
        file = folder / "downloads" / f"care-for-all-{edition}-pdf.pdf"
        file.write_bytes(b"%PDF-1.7\n" + bytes(640_000))
        checks = {"veraPDF": "passed", "page-validation": "not checked: it is not installed"}
        items.append(
            Item(
                "pdf", "PDF", edition, f"downloads/{file.name}", "application/pdf", 640_009, "0", {"pages": 12}, checks
            )
        )
    return Manifest("care-for-all", "2020-07-30", {"everyway": "0.1.0"}, tuple(items))
