"""Two editions that tell the same in two ways, and what a build before the site has made of them."""

from __future__ import annotations

from pathlib import Path

from everyway.manifest import Item, Manifest
from everyway.model import (
    Edition,
    Link,
    Note,
    NoteReference,
    Opening,
    Place,
    Publication,
    Section,
    Source,
    Statement,
    Table,
    Term,
    Text,
)
from tests.writing.example import NURSE, cells, easy_read, paragraph, plan, publication, section, sentence

HERE = Source("content/plan/01-people.md", 1)


def part(identifier: str, heading: str, *blocks: object, number: int | None = None, **more: object) -> Section:
    """A part with its opening."""
    label = f"Part {number}" if number else ""
    opening = Opening(number, label, NURSE if number else None, sentence(f"{heading}, in a sentence."))
    return section(identifier, 1, heading, *blocks, opening=opening, **more)  # type: ignore[arg-type]


def full_edition() -> Edition:
    """The plan: an introduction and two parts, of which the first has a table, a note and sections within sections."""
    table = Table(
        (sentence("The parts"),),
        cells("Part", "What it is about", "When"),
        (cells("People", "Health & <wellbeing>", "Now"), cells("Growth", "", "Later")),
        ("", "", "right"),
        True,
        HERE,
    )
    sleep = section("sleep", 3, "Sleep", paragraph("A zebra sleeps well."))
    health = section(
        "health",
        2,
        "Health",
        paragraph("See ", Link((Text("growth"),), Place("plan", "growth")), NoteReference("note-1", 1), "."),
        table,
        sections=(sleep,),
        notes=(Note("note-1", 1, (paragraph("The year begins in April."),), HERE),),
    )
    rest = section("rest", 2, "Rest", paragraph("Nobody retells this."))
    return plan(
        part("introduction", "Introduction", paragraph("Welcome.")),
        part("people", "Looking after <people> & all", paragraph("Nurses help."), number=1, sections=(health, rest)),
        part("growth", "Growth", paragraph("As before.", NoteReference("note-1", 1, first=False)), number=2),
    )


def retold_edition() -> Edition:
    """The Easy Read edition, which covers both parts and one section by itself."""
    retold = section("easy-health", 2, "Being healthy", _statement("We help staff to rest."), covers=("health",))
    cared = _statement("We care for our ", Term((Text("staff"),), "staff"), ".")
    return easy_read(
        part("easy-people", "Looking after people", cared, number=1, sections=(retold,), covers=("people",)),
        part("easy-growth", "Growing", _statement("We need more staff."), number=2, covers=("growth",)),
        easy_read().sections[-1],
    )


def _statement(*words: object) -> Statement:
    return Statement(NURSE, (paragraph(*words),), HERE)  # type: ignore[arg-type]


def small_publication() -> Publication:
    """Both editions."""
    return publication(full_edition(), retold_edition())


def small_manifest(folder: Path) -> Manifest:
    """A PDF of each edition, which lies under `folder`."""
    items = []
    (folder / "downloads").mkdir(parents=True, exist_ok=True)
    for edition in ("plan", "easy-read"):
        file = folder / "downloads" / f"example-{edition}-pdf.pdf"
        file.write_bytes(b"%PDF-1.7\n" + edition.encode())
        checks = {"veraPDF": "passed", "page-validation": "not checked: it is not installed"}
        facts = {"pages": 12}
        path = f"downloads/{file.name}"
        items.append(Item("pdf", "PDF", edition, path, "application/pdf", 1_240_000, "0" * 64, facts, checks))
    return Manifest("example", "2020-07-30", {"everyway": "0.1.0"}, tuple(items))
