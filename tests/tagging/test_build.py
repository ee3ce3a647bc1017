"""What the trees as text do not show: areas of links, boxes of pictures, the file's own order, and what is logged."""

from __future__ import annotations

import io
import threading

import pikepdf
import pytest

from everyway.tagging import lost, notes
from everyway.tagging.build import structure_tree
from everyway.tagging.planting import plan_of
from tests.tagging import sheets


def pdf(body: str, **options: bool) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(sheets.laid_out(body, **options)))


def test_an_area_says_what_its_link_says() -> None:
    inside = 'a link of words that goes over <b>the</b> end <img src="DOT" alt="of it">'
    html = f'<p>First <a href="https://example.org/">{inside}</a></p>'
    links = sheets.tagged(html).links
    assert [link.contents for link in links] == ["a link of words that goes over the end of it"] * 2
    assert all(link.tagged for link in links)


def test_a_label_or_an_address_stands_in_for_the_words_of_a_link() -> None:
    html = (
        '<a href="https://example.org/a" aria-label="More about wards">More</a> <a href="https://example.org/b">%s</a>'
    )
    links = sheets.tagged(html % '<img src="DOT" alt="">').links
    assert [link.contents for link in links][:1] == ["More about wards"]


def test_each_area_lies_on_its_own_line() -> None:
    html = '<p>Some words first, then <a href="https://example.org/">a link that goes over the end of the line</a>.</p>'
    first, second = (link.rectangle for link in sheets.tagged(html).links)
    assert first[1] >= second[3] - 1  # the first line is above the second
    for left, bottom, right, top in (first, second):
        assert 37 <= left < right <= 263 and 37 <= bottom < top <= 338  # within the margins, in points


def test_a_picture_says_where_it_is_in_points() -> None:
    html = (
        "<style>body, p { margin: 0; line-height: 20px } img { vertical-align: top }</style>"
        '<p><img src="DOT" alt="A dot"></p>'
    )
    document = sheets.tagged(html).document
    assert document is not None
    (figure,) = document.find("Figure")
    assert figure.attributes["BBox"] == (37.5, 322.5, 52.5, 337.5)


def test_the_parent_tree_leads_from_each_piece_of_content_to_its_element() -> None:
    html = '<p>One <a href="https://example.org/">two</a><span class="note">Three.</span></p><ul><li>Four</li></ul>'
    with pdf(html) as file:
        root = file.Root.StructTreeRoot
        numbers = pikepdf.NumberTree(root.ParentTree)
        owners = numbers[int(file.pages[0].obj.StructParents)]
        for mcid, owner in enumerate(owners):
            if owner is not None:
                kids = owner.K if isinstance(owner.K, pikepdf.Array) else [owner.K]
                assert mcid in [int(kid) for kid in kids if isinstance(kid, int)]
        for page in file.pages:
            for area in page.obj.get("/Annots", []):
                assert numbers[int(area.StructParent)].S == "/Link"
        assert int(root.ParentTreeNextKey) == len(file.pages) + 1


def test_an_element_is_found_by_its_id() -> None:
    with pdf("<table><tr><th>A</th></tr></table><p>One<span class='note'>Two.</span></p>") as file:
        names = pikepdf.NameTree(file.Root.StructTreeRoot.IDTree)
        assert {str(key): str(value.S) for key, value in names.items()} == {"cell-1": "/TH", "note-1": "/Note"}


def test_furniture_and_leaders_are_no_content() -> None:
    html = '<nav class="toc"><a href="#x">One</a></nav><h1 id="x">One</h1>'
    outside = {text.kind: text.text for text in sheets.tagged(html).outside}
    assert outside["Artifact Pagination Header"] == "Running head"
    assert outside["Artifact Pagination Footer"] == "1"
    assert set(outside["Artifact Layout"]) <= {".", " "}


def test_what_is_hidden_leaves_no_link_behind() -> None:
    hidden = sheets.tagged('<p>One <a href="https://example.org/" aria-hidden="true">two</a></p>')
    assert hidden.links == ()
    assert [text.text for text in hidden.outside if text.kind == "Artifact Layout"] == ["two"]


def test_the_same_html_gives_the_same_bytes() -> None:
    html = '<h1>A</h1><p>One <a href="https://example.org/">two</a><span class="note">Three.</span></p>'
    assert sheets.laid_out(html) == sheets.laid_out(html)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<p style="opacity: 0.5">Faint.</p>', "Text drawn with opacity, a mask or a blend is lost"),
        ('<p><img src="DOT"></p>', "has no alternative text"),
        ('<p data-pdf-role="Paragraph">One.</p>', "is no structure type of PDF 1.7"),
        (
            '<table><thead><tr><th style="height: 300px">Tall</th></tr></thead>'
            '<tbody><tr><td style="height: 300px">x</td></tr></tbody></table>',
            'The head of a table, "Tall", stands on no page',
        ),
    ],
)
def test_an_error_in_the_html_is_logged(html: str, said: str) -> None:
    with sheets.logged() as heard:
        sheets.laid_out(html)
    assert any(said in what for what in heard), heard


def test_a_document_without_a_language_is_logged() -> None:
    with sheets.logged() as heard:
        sheets.laid_out("<p>One.</p>", lang="")
    assert any('has no "lang"' in what for what in heard)


def test_a_note_that_is_called_but_not_drawn_is_logged() -> None:
    from xml.etree import ElementTree

    html = ElementTree.fromstring("<html><body><p>One<span>Two.</span></p></body></html>")
    note = html.find(".//span")
    assert note is not None
    plan = plan_of(html, "en")
    notes.call(plan, note).reach()
    with sheets.logged() as heard:
        lost.report(plan)
    assert heard == ['The note "Two." is called, but stands on no page']


def test_outside_the_context_weasyprint_is_as_it_was() -> None:
    import weasyprint.pdf

    native = weasyprint.pdf.add_tags
    with structure_tree(), structure_tree():
        assert weasyprint.pdf.add_tags is not native
    assert weasyprint.pdf.add_tags is native
    with pytest.raises(RuntimeError), structure_tree():
        raise RuntimeError
    assert weasyprint.pdf.add_tags is native


def test_other_threads_keep_weasyprints_own_tags() -> None:
    roles: list[str] = []

    def native() -> None:
        document = sheets.tagged("<p>One <b>two</b>.</p>", ours=False).document
        assert document is not None
        roles.extend(document.counts())

    with structure_tree():
        thread = threading.Thread(target=native)
        thread.start()
        thread.join()
    assert "NonStruct" in roles
