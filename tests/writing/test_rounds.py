"""Page numbers that are put in early: the same pages as WeasyPrint alone makes, in fewer rounds of layout."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pytest

from everyway.writing.print.rounds import fewer_rounds

SHEET = """<style>
@page { size: 300px 200px; margin: 20px; @bottom-left { content: counter(page) } }
p { margin: 0 0 10px; font: 16px/20px sans-serif; break-inside: avoid }
a::after { content: " (on page " target-counter(attr(href), page) ")" }
.here::after { content: " (on page " target-counter(attr(href), page) ", and this is " counter(page) ")" }
</style>"""


def document(links: str = "") -> str:
    """Many pages; each third paragraph names an earlier one, each fifth a later one, and one itself."""
    rows = []
    for number in range(60):
        earlier = f'<a href="#p{number // 2}">before</a>' if number % 3 == 0 else ""
        later = f'<a href="#p{(number + 60) // 2}">after</a>' if number % 5 == 0 else ""
        itself = f'<a href="#p{number}">here</a>' if number == 7 else ""
        rows.append(f'<p id="p{number}">Paragraph {number} {earlier} {later} {itself} has some more words.</p>')
    return f"<html lang=en><title>Rounds</title>{SHEET}{links}{''.join(rows)}"


def laid_out(html: str, way: AbstractContextManager[None], monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], int]:
    """The words of each page, and how many pages were set to come to them."""
    from weasyprint import HTML
    from weasyprint.layout import page as layout

    counted = 0
    real = layout.remake_page

    def remade(*given: Any) -> Any:
        nonlocal counted
        counted += 1
        return real(*given)

    monkeypatch.setattr(layout, "remake_page", remade)
    with way:
        pages = HTML(string=html).render().pages
    monkeypatch.setattr(layout, "remake_page", real)
    return [
        " ".join(box.text for box in page._page_box.descendants() if hasattr(box, "text")) for page in pages
    ], counted


@pytest.mark.parametrize("links", ["", '<p><a href="#p59">the end</a></p>'], ids=["before-and-after", "far-after"])
def test_the_pages_are_those_of_weasyprint_alone(links: str, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, rounds = laid_out(document(links), nullcontext(), monkeypatch)
    ours, fewer = laid_out(document(links), fewer_rounds(), monkeypatch)
    assert ours == alone
    assert fewer < rounds


def test_every_number_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a number makes a page longer, WeasyPrint alone leaves others behind that then lead a page too early."""
    pages, _ = laid_out(document('<p><a class="here" href="#p50">one</a></p>'), fewer_rounds(), monkeypatch)
    words = " ".join(pages)
    page_of = {int(name): page for page, text in enumerate(pages, 1) for name in re.findall(r"Paragraph (\d+)", text)}
    told = re.findall(r"Paragraph (\d+)(?: +before +\(on page (\d+)\))?(?: +after +\(on page (\d+)\))?", words)
    assert sum(bool(before) + bool(after) for _, before, after in told) == 32
    for name, before, after in told:
        assert not before or page_of[int(name) // 2] == int(before)
        assert not after or page_of[(int(name) + 60) // 2] == int(after)
    assert f"(on page {page_of[50]} , and this is  1 )" in words or f"(on page {page_of[50]}, and this is 1)" in words


def test_what_names_only_earlier_pages_is_set_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f'<p id="p{n}">Paragraph {n} <a href="#p{n // 3}">before</a> and more words.</p>' for n in range(60))
    pages, made = laid_out(f"<html lang=en>{SHEET}{rows}", fewer_rounds(), monkeypatch)
    assert made == len(pages) + 1  # the first page names itself, and is set again when it is known


def test_weasyprint_is_left_as_it_was() -> None:
    from weasyprint.css.targets import TargetCollector
    from weasyprint.layout import page as layout

    before = TargetCollector.cache_target_page_counters, layout.make_page
    with fewer_rounds():
        assert (TargetCollector.cache_target_page_counters, layout.make_page) != before
    assert (TargetCollector.cache_target_page_counters, layout.make_page) == before
