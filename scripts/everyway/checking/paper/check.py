"""Which rules a printed copy has to keep, by its kind, and the gate's check of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from everyway.checking.easy_read import printed
from everyway.checking.gate import NotChecked
from everyway.checking.limit import at_most
from everyway.checking.paper import demands, letters, lines, pages
from everyway.checking.paper.copy import Copy
from everyway.findings import Finding
from everyway.model import Artifact, Publication

Rule = Callable[[Copy], Iterator[Finding]]
"""What a rule does: a copy in, its breaches out."""

EVERY_COPY: tuple[Rule, ...] = (
    letters.too_small,
    letters.too_faint,
    letters.at_the_edge,
    pages.heading_last,
    pages.split_rows,
    pages.no_number,
)

EASY_READ: tuple[Rule, ...] = (
    *EVERY_COPY,
    letters.slanted,
    letters.underlined,
    lines.split_words,
    lines.justified,
    lines.not_left,
    lines.too_close,
    pages.capitals,
)

EASY_READ_PDF: tuple[Rule, ...] = (
    *EASY_READ,
    printed.too_many_pages,
    printed.no_name,
)
"""Its usual size only: in large print a text has more pages, and its cover says how large it is."""

LARGE_PRINT: tuple[Rule, ...] = (
    *EASY_READ,
    letters.too_small_in_pictures,
    lines.split_items,
    pages.number_elsewhere,
    pages.too_thick,
)


def reads_well(publication: Publication, artifact: Artifact) -> Iterable[Finding] | NotChecked:
    """Every breach of the rules of print, in the PDF as it is drawn: the rules of its format and edition."""
    import pikepdf

    from everyway.checking.paper.pdfium import read_sheets
    from everyway.tagging.read import read

    try:
        pdf, sheets = read(artifact.path), read_sheets(artifact.path)
    except (pikepdf.PdfError, ValueError) as error:
        return NotChecked(f"the PDF cannot be read ({error})")
    edition = publication.edition(artifact.edition)
    if artifact.format != "pdf":
        rules, asked = LARGE_PRINT, demands.of_large_print(artifact.facts)
    elif edition.easy_read:
        rules, asked = EASY_READ_PDF, demands.EASY_READ
    else:
        rules, asked = EVERY_COPY, demands.STANDARD
    copy = Copy(publication, edition, artifact, pdf, sheets, asked)
    return at_most(finding for rule in rules for finding in dict.fromkeys(rule(copy)))
