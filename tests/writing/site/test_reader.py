"""What a reader does on the site, in a real browser: choose a look, search, find the way without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from everyway.checking.web.server import serve

Visit = Callable[..., Page]

LIGHT, YELLOW, BLACK = "rgb(255, 255, 255)", "rgb(255, 255, 102)", "rgb(0, 0, 0)"


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    with serve(site) as root:
        yield root


@pytest.fixture
def visit(chromium: Browser, root: str) -> Iterator[Visit]:
    """Opens a page of the site; the browser must have nothing to complain of, its policy included."""
    pages: list[Page] = []
    complaints: list[str] = []

    def open_page(name: str, width: int = 1280, **settings: object) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 800}, **settings)  # type: ignore[arg-type]
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(root + name)
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert complaints == []


def ground(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


def test_a_choice_shows_at_once_and_holds_on_the_next_page(visit: Visit) -> None:
    page = visit("plan/people.html", color_scheme="light")
    assert ground(page) == LIGHT
    page.locator(".look summary").click()
    page.get_by_label("Colours").select_option(label="Black on yellow")
    page.get_by_label("Size of the words").select_option(label="200%")
    assert ground(page) == YELLOW
    page.get_by_role("link", name="All formats").click()
    assert page.url.endswith("get-a-copy.html")
    assert ground(page) == YELLOW
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert page.get_by_label("Colours").input_value() == "black-on-yellow"


def test_a_choice_is_there_before_there_is_anything_to_paint(visit: Visit) -> None:
    page = visit("plan/people.html")
    page.evaluate("localStorage.setItem('everyway-look', JSON.stringify({colours: 'black-on-yellow'}))")
    page.add_init_script(
        "new MutationObserver(() => {"
        " if (document.body && !window.first) window.first = document.documentElement.dataset.colours || 'none'"
        " }).observe(document, {childList: true, subtree: true})"
    )
    page.reload()
    assert page.evaluate("window.first") == "black-on-yellow"
    scripts = page.evaluate("[...document.head.querySelectorAll('script')].map((each) => [each.src, each.defer])")
    assert [defer for source, defer in scripts if source.endswith("look.js")] == [False]


def test_everything_goes_back_to_how_it_was(visit: Visit) -> None:
    page = visit("index.html", color_scheme="light")
    page.locator(".look summary").click()
    page.get_by_label("Colours").select_option(label="White on black")
    assert ground(page) == BLACK
    page.get_by_role("button", name="Back to how it was").click()
    expect(page.locator("body")).to_have_css("background-color", LIGHT)
    assert page.evaluate("localStorage.getItem('everyway-look')") == "{}"
    assert page.get_by_label("Length of lines").input_value() == ""


def test_what_somebody_else_left_in_the_store_does_no_harm(visit: Visit) -> None:
    for left in ("no JSON", "null", '{"colours": "<b>", "onclick": "x"}', "[1]"):
        page = visit("index.html", color_scheme="light")
        page.evaluate("(left) => localStorage.setItem('everyway-look', left)", left)
        page.reload()
        assert ground(page) == LIGHT
        assert page.locator("html[data-onclick]").count() == 0


def test_dark_follows_the_system_until_the_reader_chooses(visit: Visit) -> None:
    page = visit("index.html", color_scheme="dark")
    assert ground(page) == "rgb(18, 22, 28)"
    page.locator(".look summary").click()
    page.get_by_label("Colours").select_option(label="Light")
    assert ground(page) == LIGHT


def test_escape_closes_what_is_open_and_stays_there(visit: Visit) -> None:
    page = visit("index.html", width=320)
    for panel in (".look", ".menu details"):
        page.locator(f"{panel} > summary").click()
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        assert page.locator(f"{panel}[open]").count() == 0
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_ruler_follows_the_pointer_and_the_keyboard(visit: Visit) -> None:
    page = visit("plan/people.html")
    page.locator(".look summary").click()
    page.get_by_label("Reading ruler").select_option(label="On")
    page.mouse.move(200, 500)
    expect(page.locator(".ruler")).to_be_visible()
    middle = page.evaluate(
        "(() => { const box = document.querySelector('.ruler').getBoundingClientRect();"
        " return box.top + box.height / 2; })()"
    )
    assert middle == pytest.approx(500, abs=1)
    page.get_by_label("Reading ruler").select_option(label="Off")
    assert page.locator(".ruler").count() == 0


def test_search_finds_sections_by_their_words(visit: Visit) -> None:
    page = visit("plan/people.html")
    page.get_by_label("Search this site").fill("zebras")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 section found.")
    found = page.get_by_role("main").get_by_role("listitem")
    expect(found).to_contain_text("Looking after <people> & all – The plan")
    expect(found.locator("mark")).to_have_text("zebra")
    found.get_by_role("link", name="Sleep").click()
    assert page.url.endswith("plan/people.html#sleep")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("staff", "sections found."),
        ("ŷêars", "1 section found."),
        ("xylophone", "Nothing found."),
        ("xylophone zebra", "1 section found."),
        ("<script>xylophone</script>", "Nothing found."),
        ("", ""),
    ],
)
def test_search_answers_every_question(visit: Visit, question: str, answer: str) -> None:
    page = visit("search.html")
    page.get_by_label("Search this site").fill(question)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    expect(page.get_by_role("status")).to_contain_text(answer)


def test_without_scripts_the_menu_opens_and_search_says_what_to_do(visit: Visit) -> None:
    page = visit("search.html", width=320, java_script_enabled=False)
    expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
    expect(page.get_by_text("Change how this page looks")).to_be_hidden()
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("link", name="The plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("An example: the plan")


def test_a_table_stays_a_table_when_its_rows_are_stacked(visit: Visit) -> None:
    trees = []
    for width in (1280, 320):
        for scripts in (True, False):
            page = visit("plan/people.html", width=width, java_script_enabled=scripts)
            trees.append(page.get_by_role("table").aria_snapshot())
            stacked = page.locator("td").first.evaluate("(cell) => getComputedStyle(cell).display")
            assert stacked == ("block" if width == 320 else "table-cell")
    assert set(trees) == {trees[0]}
    assert '- rowheader "Growth"' in trees[0]


def test_a_stacked_cell_shows_the_name_of_its_column(visit: Visit) -> None:
    page = visit("plan/people.html", width=320)
    shown = page.locator("td").evaluate_all("(all) => all.map((cell) => getComputedStyle(cell, '::before').content)")
    assert [each.split(" / ")[0] for each in shown] == ['"What it is about"', '"When"', "none", '"When"']


def test_the_site_opens_from_a_folder_too(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    page.goto((site / "index.html").as_uri())
    page.get_by_label("Search this site").fill("zebra")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 section found.")
    page.get_by_role("main").get_by_role("link", name="Sleep").click()
    expect(page.get_by_role("heading", name="Sleep")).to_be_visible()
    page.close()
