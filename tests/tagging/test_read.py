"""The reader against a file made by hand: what WeasyPrint never writes, but other makers of PDF do."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from everyway.tagging.read import read
from everyway.tagging.tree import Annotation, Bookmark, Element, Outside, TaggedPdf

CONTENT = rb"""
/Artifact <</Type /Pagination /Subtype /Header>> BDC BT /F 9 Tf (Head) Tj ET EMC
/P <</MCID 0>> BDC BT /F 12 Tf 10 10 Td (A \(nested \050set\)\) of ) Tj
[(wo) -20 (rds, and\040)] TJ <6d6f7265> Tj ET EMC
q /Big BMC BT /F 12 Tf (No element.) Tj ET EMC Q
/P /Named BDC BT /F 12 Tf (drawn) ' ET EMC
BI /W 1 /H 1 /BPC 8 /CS /G ID (Tj) EI
/Span <</MCID 2 /ActualText <FEFF00660069006E>>> BDC BT /F 12 Tf (\256n) Tj ET EMC
/Span <</MCID 3>> BDC /Span <</ActualText (inner)>> BDC BT /F 12 Tf (x) Tj ET EMC BT /F 12 Tf ( text) Tj ET EMC
/Form Do /Owned Do
BT /F 12 Tf (Loose.) Tj ET
"""


def by_hand() -> bytes:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200))
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    fonts = Dictionary(F=font)
    bare = pdf.make_stream(b"/Span <</MCID 0>> BDC BT /F 12 Tf (In a form.) Tj ET EMC")
    owned = pdf.make_stream(b"/Span <</MCID 0>> BDC BT /F 12 Tf (In its own form.) Tj ET EMC")
    for form in (bare, owned):
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
        form.Resources = Dictionary(Font=fonts)
    owned.StructParents = 5
    page.obj.Resources = Dictionary(
        Font=fonts,
        XObject=Dictionary(Form=bare, Owned=owned),
        Properties=Dictionary(Named=Dictionary(MCID=1)),
    )
    page.obj.Contents = pdf.make_stream(CONTENT)
    address = Dictionary(S=Name.URI, URI=String("https://example.org/"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([1, 9, 5, 2]), A=address, Contents=String("There"))
    jump = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 1, 1]), Dest=Array([page.obj, Name.Fit]))
    page.obj.Annots = Array([pdf.make_indirect(link), pdf.make_indirect(jump)])

    def element(role: str, *kids: object, **more: object) -> pikepdf.Object:
        made = Dictionary(Type=Name.StructElem, S=Name("/" + role), Pg=page.obj, K=Array(kids))
        for name, value in more.items():
            made[f"/{name}"] = value
        return pdf.make_indirect(made)

    block = Dictionary(O=Name.Layout, Placement=Name.Block)
    other = Dictionary(Type=Name.MCR, Pg=page.obj, Stm=owned, MCID=0)
    kids = [
        element("Normal", 0, T=String("first"), Lang=String("cy")),
        element("P", 1, element("Span", 2, E=String("final")), A=Array([block, 0])),
        element("P", 3),
        element("P", other),
        element("Link", Dictionary(Type=Name.OBJR, Obj=page.obj.Annots[0])),
        element("Figure", Alt=String("A nurse")),
        element("P", ActualText=String("All of it.")),
    ]  # fmt: skip
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        Dictionary(
            Type=Name.StructTreeRoot,
            K=element("Document", *kids),
            RoleMap=Dictionary(Normal=Name.Body, Body=Name.P),
        )
    )
    pdf.Root.Lang, pdf.Root.MarkInfo = String("en"), Dictionary(Marked=True)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))
    inner = pdf.make_indirect(Dictionary(Title=String("Inner"), Dest=String("here")))
    outer = pdf.make_indirect(
        Dictionary(Title=String("Outer"), A=Dictionary(S=Name.GoTo, D=Array([page.obj, Name.Fit])))
    )
    outer.First = inner
    pdf.Root.Outlines = Dictionary(First=outer)
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("here"), Array([page.obj, Name.Fit])])))
    pdf.docinfo["/Title"] = "Mäde by hand"
    held = io.BytesIO()
    pdf.save(held)
    return held.getvalue()


@pytest.fixture(scope="module")
def made() -> TaggedPdf:
    return read(io.BytesIO(by_hand()))


def test_the_text_of_all_kinds_of_strings(made: TaggedPdf) -> None:
    assert made.document is not None
    assert made.document.text(alternatives=True).splitlines() == [
        "A (nested (set)) of words, and more",
        "drawnfin",
        "inner text",
        "In its own form.",
        "A nurse",
        "All of it.",
    ]
    assert "A nurse" not in made.document.text()


def test_text_in_no_element_is_told_by_its_kind(made: TaggedPdf) -> None:
    assert made.outside == (
        Outside(1, "Artifact Pagination Header", "Head"),
        Outside(1, "untagged", "No element. In a form. Loose."),
    )


def test_roles_are_mapped_and_attributes_gathered(made: TaggedPdf) -> None:
    assert made.document is not None
    first, second, *_ = made.document.elements
    assert (first.role, first.title, first.language, first.page) == ("P", "first", "cy", 1)
    assert second.attributes == {"Placement": "Block"}
    assert [one.expansion for one in second.elements] == ["final"]
    assert made.document.counts()["P"] == 4 + 1


def test_links_tell_where_they_lead_and_whether_they_are_in_the_tree(made: TaggedPdf) -> None:
    there = Annotation(1, "There", "https://example.org/", (1, 2, 5, 9), tagged=True)
    assert made.links == (there, Annotation(1, "", "page 1", (0, 0, 1, 1), tagged=False))
    assert made.document is not None
    assert next(made.document.find("Link")).annotations == (there,)


def test_what_the_file_says_of_itself(made: TaggedPdf) -> None:
    assert (made.title, made.language, made.marked, made.shows_title) == ("Mäde by hand", "en", True, False)
    assert (made.pages, made.labels, dict(made.destinations)) == (1, ("i",), {"here": 1})
    assert made.bookmarks == (Bookmark("Outer", 1, (Bookmark("Inner", 1),)),)
    assert [(depth, mark.title) for mark in made.bookmarks for depth, mark in mark.walk()] == [
        (1, "Outer"),
        (2, "Inner"),
    ]


def test_a_file_without_a_tree_has_no_document() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    held = io.BytesIO()
    pdf.save(held)
    got = read(held)
    assert (got.document, got.outside, got.marked, got.pages) == (None, (), False, 1)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(pikepdf.PdfError):
        read(io.BytesIO(b"Not a PDF."))


def test_blocks_are_lines_and_running_text_is_not() -> None:
    code = Element("Code", ("make",))
    block = Element("Code", ("make all",), attributes={"Placement": "Block"})
    assert Element("Document", (Element("P", ("Type ", code, ".")), block)).text() == "Type make.\nmake all"
