"""The marks of printed pages: where they stand, and what has none."""

from __future__ import annotations

from markupsafe import Markup

from everyway.wording import words_for
from everyway.writing.epub.markup import inside, parse
from everyway.writing.epub.page import Page
from everyway.writing.epub.page_marks import PageMark, PageMarks, words_after

MARK = '<span id="page-{0}" aria-label="Page {0}" epub:type="pagebreak" role="doc-pagebreak"></span>'


def marked(markup: str, pages: dict[str, int]) -> tuple[str, list[PageMark], dict[str, int]]:
    """A page with its marks, the marks, and the sentence after each."""
    page = Page("a", "A", "bodymatter", "en-GB", parse(Markup(markup)))
    marks = PageMarks(pages, words_for("en-GB"))
    marks.mark(page)
    return str(inside(page.body)), marks.marks, words_after(marks.marks, [page])


def test_a_mark_stands_before_the_first_words_of_its_page() -> None:
    words = '<section id="a"><p><span class="s" id="s1">One.</span> <span class="s" id="s2">Two.</span></p></section>'
    text, marks, after = marked(words, {"a": 3, "s1": 3, "s2": 4})
    assert text == (
        f'<section id="a">{MARK.format(3)}<p><span class="s" id="s1">One.</span> '
        f'{MARK.format(4)}<span class="s" id="s2">Two.</span></p></section>'
    )
    assert marks == [PageMark(3, "a.xhtml", "page-3"), PageMark(4, "a.xhtml", "page-4")]
    assert after == {"s1": 3, "s2": 4}


def test_a_mark_never_stands_in_a_heading() -> None:
    words = '<section><section id="b"><h2><span class="s" id="s1">B</span></h2></section></section>'
    assert f'<section>{MARK.format(5)}<section id="b">' in marked(words, {"b": 5, "s1": 5})[0]
    assert f'<section id="b">{MARK.format(5)}<h2>' in marked(words, {"s1": 5})[0]


def test_a_page_on_which_nothing_begins_has_no_mark() -> None:
    words = '<section id="a"><span class="s" id="s1">One.</span><span class="s" id="s2">Two.</span></section>'
    assert [mark.number for mark in marked(words, {"s1": 1, "s2": 4})[1]] == [1, 4]


def test_notes_bear_no_marks() -> None:
    words = (
        '<section id="a"><p><span class="s" id="s1">One.</span></p><aside class="note"><p><span class="s" id="n1">Note.'
        '</span></p></aside><p><span class="s" id="s2">Two.</span></p></section>'
    )
    assert [mark.number for mark in marked(words, {"s1": 3, "n1": 4, "s2": 3})[1]] == [3]


def test_a_mark_takes_no_id_that_is_taken() -> None:
    words = '<section id="page-3"><span class="s" id="s1">One.</span></section>'
    assert [mark.id for mark in marked(words, {"s1": 3})[1]] == ["page-3-2"]


def test_what_begins_with_the_caption_of_a_table_begins_before_it() -> None:
    table = '<div class="table"><table><caption><span class="s" id="s1">One.</span></caption></table></div>'
    assert marked(f"<section>{table}</section>", {"s1": 3})[0] == f"<section>{MARK.format(3)}{table}</section>"
