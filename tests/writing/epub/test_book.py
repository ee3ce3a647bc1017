"""What a book says of itself, how its files are called and where its links lead."""

from __future__ import annotations

from dataclasses import replace

from PIL import Image

from everyway.model import Foreign, NoteReference, Place, Text
from everyway.themes import theme_folder
from everyway.wording import words_for
from everyway.writing.covers.look import digest
from everyway.writing.epub.accessibility import Certificate, Facts, accessibility, certificate, may_move
from everyway.writing.epub.addresses import Addresses
from everyway.writing.epub.cover import KNOWN, cover, painted, printed
from everyway.writing.epub.front import Front
from everyway.writing.epub.markup import inside
from everyway.writing.epub.package import identifier
from tests.writing.covers.alike import difference
from tests.writing.example import paragraph, plan, publication, section

ENGLISH = words_for("en-GB")


def features(facts: Facts) -> set[str]:
    found = accessibility(facts, ENGLISH).properties
    return {each.value for each in found if each.property == "schema:accessibilityFeature"}


def values(facts: Facts, name: str) -> list[str]:
    return [each.value for each in accessibility(facts, ENGLISH).properties if each.property == name]


def test_only_what_is_there_is_promised() -> None:
    plain = {"tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"}
    assert features(Facts()) == plain
    everything = Facts(pictures=True, described=True, spoken=True, pages="the PDF", lexicon=True)
    assert features(everything) == plain | {
        "alternativeText", "longDescription", "synchronizedAudioText", "pageNavigation", "pageBreakMarkers",
        "ttsMarkup",
    }  # fmt: skip
    assert values(Facts(), "schema:accessModeSufficient") == ["textual"]
    assert values(everything, "schema:accessModeSufficient") == ["textual", "textual,visual", "auditory"]
    assert values(everything, "pageBreakSource") == ["the PDF"]


def test_what_moves_may_be_a_hazard() -> None:
    assert values(Facts(), "schema:accessibilityHazard") == ["none"]
    assert values(Facts(moving=True), "schema:accessibilityHazard") == ["unknown"]
    assert may_move([b"<svg><animate/></svg>"]) and may_move([b"\x89PNG acTL"])
    assert not may_move([b"<svg><rect/></svg>", b"\x89PNG IDAT"])


def test_nobody_but_a_person_claims() -> None:
    assert values(Facts(), "dcterms:conformsTo") == []
    assert "Nobody has certified" in values(Facts(), "schema:accessibilitySummary")[0]
    by = Certificate("Ann Example", report="https://example.org/report")
    claimed = accessibility(Facts(certificate=by), ENGLISH)
    assert [(link.property, link.value, link.refines) for link in claimed.links] == [
        ("a11y:certifierReport", "https://example.org/report", "certifier")
    ]
    assert "Ann Example certifies" in values(Facts(certificate=by), "schema:accessibilitySummary")[0]


def test_a_certificate_needs_a_name() -> None:
    assert certificate({}) is None
    assert certificate({"accessibility": {"certified_by": ""}}) is None
    assert certificate({"accessibility": {"report": "https://example.org"}}) is None
    assert certificate({"accessibility": {"certified_by": "Ann"}}) == Certificate("Ann")


def test_names_of_files_are_plain_and_each_is_its_own() -> None:
    parts = (
        section("Title", 1, "A", paragraph("x")),
        section("title", 1, "B", paragraph("x")),
        section("Two.Words", 1, "C"),
    )
    edition = plan(*parts)
    addresses = Addresses(publication(edition), edition)
    assert [addresses.file(part) for part in parts] == ["title-2.xhtml", "title-3.xhtml", "two-words.xhtml"]
    assert addresses.href(Place("plan", "title")) == "title-3.xhtml"
    assert addresses.href(Place("plan")) == "title.xhtml"


def test_another_edition_is_found_on_the_site_if_there_is_one() -> None:
    without = publication()
    edition = without.edition("plan")
    assert Addresses(without, edition).href(Place("easy-read", "welcome")) == ""
    with_site = replace(without, settings={"site": {"url": "https://example.org/plans/"}})
    addresses = Addresses(with_site, edition)
    assert addresses.href(Place("easy-read", "welcome")) == "https://example.org/plans/easy-read/welcome.html"
    assert (
        addresses.href(Place("easy-read", "word-staff")) == "https://example.org/plans/easy-read/words.html#word-staff"
    )
    assert addresses.href(Place("easy-read")) == "https://example.org/plans/easy-read/index.html"


def test_no_line_of_the_contents_has_anything_empty_in_it() -> None:
    heading = paragraph("Words ", Foreign((NoteReference("n", 1), Text(" ")), "cy"), "and more").sentences[0]
    part = replace(section("a", 1, "A", paragraph("x")), heading=heading)
    edition = plan(part)
    whole = publication(edition)
    page = Front(whole, edition, Addresses(whole, edition)).contents([], [])
    assert '<li><a href="a.xhtml">Words  and more</a></li>' in inside(page.body)


def test_each_book_has_an_identifier_of_its_own_for_good() -> None:
    whole = publication()
    names = [identifier(whole, edition, form) for edition in whole.editions for form in ("epub", "epub-light")]
    assert len(set(names)) == 4
    assert names[0] == identifier(publication(), whole.editions[0], "epub")


def test_the_cover_is_a_picture_for_shelves() -> None:
    from io import BytesIO

    whole = publication()
    content = cover(whole, whole.edition("easy-read"))
    assert content == cover(whole, whole.edition("easy-read"))
    assert Image.open(BytesIO(content)).size == (800, 1200)
    assert len(content) < 60_000


def test_the_cover_looks_as_the_sheet_asks_that_only_the_press_reads() -> None:
    assert digest(theme_folder("ebook")) == KNOWN, "cover.css or cover.html asks for more: paint that too"
    whole = publication()
    for name in ("plan", "easy-read"):
        assert difference(painted(whole, whole.edition(name)), printed(whole, whole.edition(name))) < 0.6
