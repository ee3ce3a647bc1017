"""Faults planted in a clean PDF: one thing of its structure is another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pikepdf

from everyway.model import Artifact, Source
from everyway.tagging.read import read
from tests.checking.small import make_pdf_of
from tests.faults.planting import SETTINGS, folder_for, planted, publication


@cache
def clean() -> Artifact:
    """The PDF of the small publication."""
    return make_pdf_of(publication(), folder_for("pdf"))


class Broken:
    """A PDF to break: finds structure elements by role and words, as its reader sees them."""

    def __init__(self, path: Path) -> None:
        self.pdf = pikepdf.open(path, allow_overwriting_input=True)
        document = read(path).document
        assert document is not None
        raw = list(_walk(self.pdf.Root.StructTreeRoot.K))
        seen = list(document.walk())
        assert len(raw) == len(seen)
        self._elements = list(zip(raw, seen, strict=True))

    def find(self, role: str, words: str = "") -> pikepdf.Object:
        """The last element of a role that says these words: the one in the text, not in the contents."""
        found = [
            thing
            for thing, element in self._elements
            if element.role == role and words in element.text(alternatives=True)
        ]
        assert found, f"no {role} with {words!r}"
        return found[-1]

    def hide(self, element: pikepdf.Object, kind: pikepdf.Dictionary | None = None) -> None:
        """Mark what the element draws as decoration, of a kind."""
        mcid = int(element.K if not isinstance(element.K, pikepdf.Array) else element.K[0])
        page = pikepdf.Page(element.Pg)
        operations = []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC" and int(operands[1].get("/MCID", -1)) == mcid:
                operands = [pikepdf.Name.Artifact, *([kind] if kind else [])]
                operator = pikepdf.Operator("BDC" if kind else "BMC")
            operations.append((operands, operator))
        page.Contents = self.pdf.make_stream(pikepdf.unparse_content_stream(operations))


def _walk(thing: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for one in thing if isinstance(thing, pikepdf.Array) else [thing]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            if "/K" in one:
                yield from _walk(one.K)


def swap(pdf: Broken, one: str, other: str) -> None:
    first, second = pdf.find("P", one), pdf.find("P", other)
    kids = first.P.K
    places = [index for index, kid in enumerate(kids) if kid.objgen in (first.objgen, second.objgen)]
    kids[places[0]], kids[places[1]] = kids[places[1]], kids[places[0]]


def drop(pdf: Broken, role: str, words: str) -> None:
    element = pdf.find(role, words)
    element.P.K = pikepdf.Array([kid for kid in element.P.K if kid.objgen != element.objgen])


def double(pdf: Broken, role: str, words: str) -> None:
    element = pdf.find(role, words)
    element.P.K.append(element)


def become(role: str, words: str, other: str) -> Callable[[Broken], None]:
    def plant(pdf: Broken) -> None:
        pdf.find(role, words).S = pikepdf.Name(f"/{other}")

    return plant


def furnish(pdf: Broken) -> None:
    """A paragraph becomes a running foot, and is taken out of the tree: no word of the text points at it."""
    paragraph = pdf.find("P", "Free to use")
    pdf.hide(paragraph, pikepdf.Dictionary(Type=pikepdf.Name.Pagination, Subtype=pikepdf.Name.Footer))
    drop(pdf, "P", "Free to use")


def lose(role: str, words: str, key: str) -> Callable[[Broken], None]:
    def plant(pdf: Broken) -> None:
        del pdf.find(role, words)[key]

    return plant


def lead(words: str, key: str, value: object) -> Callable[[Broken], None]:
    """Change a key of the annotations of a link."""

    def plant(pdf: Broken) -> None:
        for kid in pdf.find("Link", words).K:
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                target = kid.Obj.A if key == "URI" else kid.Obj
                target[f"/{key}"] = value

    return plant


def no_scope(pdf: Broken) -> None:
    header = pdf.find("TH", "Plums")
    attributes = header.A if isinstance(header.A, pikepdf.Array) else [header.A]
    for one in attributes:
        if "/Scope" in one:
            del one["/Scope"]


def unnumbered(pdf: Broken) -> None:
    """The numbered list becomes one with bullets."""
    pdf.find("L", "dig deeply").A = pikepdf.Dictionary(O=pikepdf.Name.List, ListNumbering=pikepdf.Name.Disc)


def extra_list(pdf: Broken) -> None:
    parent = pdf.find("P", "Sharpen").P
    empty = pdf.pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.L, P=parent))
    parent.K = pikepdf.Array([*parent.K, empty])


def blank_page(pdf: Broken) -> None:
    pdf.pdf.add_blank_page(page_size=(595, 842))
    pdf.pdf.pages.insert(2, pdf.pdf.pages[-1])
    del pdf.pdf.pages[-1]


def no_body(pdf: Broken) -> None:
    for thing, element in pdf._elements:
        if element.title == "body":
            del thing["/T"]


def no_tree(pdf: Broken) -> None:
    del pdf.pdf.Root["/StructTreeRoot"]


def no_bookmarks(pdf: Broken) -> None:
    del pdf.pdf.Root["/Outlines"]


def wrong_bookmark(pdf: Broken) -> None:
    pdf.pdf.Root.Outlines.First.Title = "Something else"


def no_title(pdf: Broken) -> None:
    del pdf.pdf.docinfo["/Title"]


def file_name_shown(pdf: Broken) -> None:
    pdf.pdf.Root.ViewerPreferences.DisplayDocTitle = False


def other_language(pdf: Broken) -> None:
    pdf.pdf.Root.Lang = pikepdf.String("fr")


def no_contents_of_a_link(pdf: Broken) -> None:
    """The annotation of a link loses its description, which PDF/UA asks for."""
    for kid in pdf.find("Link", "the tool shed").K:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            del kid.Obj["/Contents"]


def native(folder: Path) -> Artifact:
    """A PDF whose structure is the print engine's own."""
    return replace(clean(), facts={**clean().facts, "tags": "native: another version"})


def no_pdf(folder: Path) -> Artifact:
    path = folder / clean().path.name
    path.write_text("Not a PDF.", "utf-8")
    return replace(clean(), path=path)


def no_marks(pdf: Broken) -> None:
    del pdf.pdf.Root["/MarkInfo"]


def file_name_as_alternative(pdf: Broken) -> None:
    pdf.find("Figure", "A blue square").Alt = pikepdf.String("square.svg")


def thin_link(pdf: Broken) -> None:
    lead("the seasonal guide", "Rect", pikepdf.Array([100, 100, 100, 110]))(pdf)


def addressed(pdf: Broken) -> None:
    lead("the seasonal guide", "Contents", pikepdf.String("https://example.org/guide"))(pdf)


def untagged_link(pdf: Broken) -> None:
    link = pdf.find("Link", "the seasonal guide")
    link.K = pikepdf.Array(
        [kid for kid in link.K if not (isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR")]
    )


CHANGES: dict[str, tuple[str, Callable[[Broken], None]]] = {
    "a paragraph is lost": ("PDF001", lambda pdf: drop(pdf, "P", "Sharpen every blade")),
    "a note is lost": ("PDF001", lambda pdf: drop(pdf, "Note", "Rotted leaves")),
    "words are told twice": ("PDF002", lambda pdf: double(pdf, "P", "Early birds")),
    "two paragraphs change places": ("PDF003", lambda pdf: swap(pdf, "Early birds", "keeps roots cool")),
    "text is made decoration": ("PDF004", lambda pdf: pdf.hide(pdf.find("P", "Sharpen every blade"))),
    "text is made page furniture": ("PDF004", furnish),
    "an alternative text is dropped": ("PDF005", lose("Figure", "A blue square", "/Alt")),
    "an alternative text is a file name": ("PDF006", file_name_as_alternative),
    "the call of a note is plain words": ("PDF007", become("Reference", "1", "Span")),
    "a heading is a paragraph": ("PDF008", become("H2", "Trees of the valley", "P")),
    "a heading has another level": ("PDF008", become("H2", "Trees of the valley", "H3")),
    "a list is a division": ("PDF009", become("L", "apple blossom", "Div")),
    "the items of a list lose their numbers": ("PDF009", unnumbered),
    "a table header is a cell": ("PDF010", become("TH", "Plums", "TD")),
    "a table header has no direction": ("PDF010", no_scope),
    "a caption is a paragraph": ("PDF010", become("Caption", "Harvest in baskets", "P")),
    "a link is plain words": ("PDF011", become("Link", "the seasonal guide", "Span")),
    "a quotation is a division": ("PDF012", become("BlockQuote", "Gardening", "Div")),
    "a language is dropped": ("PDF013", lose("Span", "gardd fach", "/Lang")),
    "an abbreviation is dropped": ("PDF014", lose("Span", "RHS", "/E")),
    "a link leads elsewhere": (
        "PDF015",
        lead("the seasonal guide", "URI", pikepdf.String("https://example.org/other")),
    ),
    "a link leads to another part": ("PDF015", lead("the tool shed", "Dest", pikepdf.String("word-list"))),
    "a link leads nowhere": ("PDF015", lead("the tool shed", "Dest", pikepdf.String("nowhere"))),
    "a link does not say where it leads": ("PDF015", lead("the seasonal guide", "Contents", pikepdf.String(""))),
    "a link is announced by its address": ("PDF015", addressed),
    "a link cannot be hit": ("PDF015", thin_link),
    "a link is outside the structure": ("PDF015", untagged_link),
    "there is a list too many": ("PDF016", extra_list),
    "no element holds the text": ("PDF017", no_body),
    "there is no structure": ("PDF017", no_tree),
    "there are no bookmarks": ("PDF018", no_bookmarks),
    "a bookmark says something else": ("PDF018", wrong_bookmark),
    "a page number of the contents is wrong": ("PDF019", blank_page),
    "the contents are a list": ("PDF019", become("TOC", "Gardens for everyone", "L")),
    "there is no title": ("PDF020", no_title),
    "the file name is shown": ("PDF020", file_name_shown),
    "the language is another": ("PDF020", other_language),
    "the standard is broken": ("PDF021", no_marks),
    "a link lacks what the standard asks for": ("PDF021", no_contents_of_a_link),
    "a picture lacks what the standard asks for": ("PDF021", lose("Figure", "A blue square", "/Alt")),
}
"""What is done to it: the rule that it breaks, and how."""

LINES: dict[str, int | Source] = {
    "a link lacks what the standard asks for": 8,
    "a picture lacks what the standard asks for": 28,
    "a paragraph is lost": 42,
    "a note is lost": 33,
    "words are told twice": 30,
    "two paragraphs change places": 3,
    "text is made decoration": 42,
    "an alternative text is dropped": 28,
    "an alternative text is a file name": 28,
    "the call of a note is plain words": 5,
    "a heading is a paragraph": 10,
    "a heading has another level": 10,
    "a list is a division": 16,
    "the items of a list lose their numbers": 19,
    "a table header is a cell": 25,
    "a table header has no direction": 25,
    "a caption is a paragraph": 22,
    "a link is plain words": 7,
    "a quotation is a division": 30,
    "a language is dropped": 14,
    "an abbreviation is dropped": 12,
    "a link leads elsewhere": 7,
    "a link leads to another part": 8,
    "a link leads nowhere": 8,
    "a link does not say where it leads": 7,
    "a link is announced by its address": 7,
    "a link cannot be hit": 7,
    "a link is outside the structure": 7,
    "there is a list too many": 42,
    "there are no bookmarks": SETTINGS,
    "a bookmark says something else": SETTINGS,
    "a page number of the contents is wrong": 1,
    "the contents are a list": 1,
    "there is no title": SETTINGS,
    "the file name is shown": SETTINGS,
    "the language is another": SETTINGS,
}
"""The line that is to be named."""


def spoilt(fault: Callable[[Broken], None], folder: Path) -> Artifact:
    path = folder / clean().path.name
    path.write_bytes(clean().path.read_bytes())
    pdf = Broken(path)
    fault(pdf)
    pdf.pdf.save(path)
    return replace(clean(), path=path)


FAULTS = (
    *(planted("pdf", name, rule, partial(spoilt, fault), LINES.get(name)) for name, (rule, fault) in CHANGES.items()),
    planted("pdf", "a structure that is the engine's own", "PDF022", native),
    planted("pdf", "a file that is no PDF", "PDF017", no_pdf),
)
