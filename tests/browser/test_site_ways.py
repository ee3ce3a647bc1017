"""What readers do on the site: change how it looks, search, switch editions, take a copy, go by keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from everyway.checking.web.server import serve
from everyway.checking.web.tour import Tour
from tests.browser.sites import Built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIRST_FRAME = """
requestAnimationFrame(() => { window.atFirstFrame = { ...document.documentElement.dataset }; });
"""
NO_STORAGE = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });
"""


def open_look(page: Page) -> None:
    page.locator(".look summary").click()


def background(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


def text_size(page: Page) -> float:
    size: float = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
    return size


def test_what_a_reader_chose_holds_on_every_page_before_it_is_first_drawn(page: Page) -> None:
    usual = text_size(page)
    open_look(page)
    page.locator(".look [name=colours]").select_option("yellow-on-black")
    page.locator(".look [name=size]").select_option("200")
    assert background(page) == "rgb(0, 0, 0)"
    assert text_size(page) == 2 * usual
    page.add_init_script(FIRST_FRAME)
    page.goto("plan/people.html")
    assert page.evaluate("window.atFirstFrame") == {"colours": "yellow-on-black", "size": "200"}
    assert background(page) == "rgb(0, 0, 0)"
    open_look(page)
    assert page.locator(".look [name=colours]").input_value() == "yellow-on-black"


def test_all_goes_back_to_how_it_was(page: Page) -> None:
    before = background(page), text_size(page)
    open_look(page)
    page.locator(".look [name=colours]").select_option("dark")
    page.locator(".look [name=size]").select_option("300")
    page.get_by_role("button", name="Back to how it was").click()
    page.wait_for_function("!document.documentElement.dataset.colours")
    assert (background(page), text_size(page)) == before
    page.reload()
    assert (background(page), text_size(page)) == before


def test_each_choice_changes_something_that_can_be_seen(page: Page) -> None:
    page.goto("plan/people.html")
    open_look(page)
    fields = page.locator(".look select")
    assert fields.count() >= 6
    for number in range(fields.count()):
        field = fields.nth(number)
        name = field.get_attribute("name")
        for value in field.locator("option").evaluate_all("all => all.map(each => each.value)"):
            if not value or (name, value) == ("colours", "light"):
                continue
            field.select_option("")
            page.mouse.move(300, 300)
            before = page.screenshot()
            field.select_option(value)
            page.mouse.move(300, 301)
            assert page.screenshot() != before, f"{name} {value} changes nothing"
        field.select_option("")


def test_the_size_of_the_text_can_be_chosen_in_forced_colours_too(chromium: Browser, small: Built) -> None:
    with serve(small.folder) as root:
        context = chromium.new_context(base_url=root, forced_colors="active")
        page = context.new_page()
        page.goto("")
        usual = text_size(page)
        open_look(page)
        page.locator(".look [name=size]").select_option("150")
        grown = text_size(page)
        context.close()
    assert grown == pytest.approx(1.5 * usual)


def test_a_browser_that_keeps_nothing_shows_the_site_all_the_same(page: Page) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto("plan/people.html")
    open_look(page)
    page.locator(".look [name=colours]").select_option("dark")
    assert background(page) == "rgb(18, 22, 28)"


def test_the_switch_leads_to_the_same_section_of_the_other_edition(page: Page) -> None:
    page.goto("plan/people.html")
    page.get_by_role("link", name=re.compile("This section in Easy Read")).first.click()
    assert page.url.endswith("easy-read/easy-people.html#easy-health")
    assert page.locator("#easy-health").bounding_box()["y"] < 60  # type: ignore[index]  # it is on the page


def test_the_first_press_of_tab_offers_the_way_past_the_menu(page: Page) -> None:
    page.goto("plan/people.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.localName") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_search_finds_sections_and_says_how_many(page: Page) -> None:
    page.get_by_role("searchbox").fill("nurses")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=nurses")
    results = page.locator("ol.results > li")
    results.first.wait_for()
    assert page.get_by_role("status").inner_text().startswith(str(results.count()))
    results.first.get_by_role("link").click()
    assert "nurse" in page.locator("main").inner_text().lower()


def test_a_search_for_nothing_that_is_there_says_so(page: Page) -> None:
    page.goto("search.html?q=xylophone")
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    assert page.locator("ol.results > li").count() == 0


def test_what_is_searched_for_is_never_taken_for_markup(page: Page) -> None:
    page.goto("search.html?q=<img src=x onerror=alert(1)>people")
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    assert page.locator("main img").count() == 0


def test_a_page_of_results_has_no_barrier(chromium: Browser, small: Built) -> None:
    with serve(small.folder) as root:
        seen = list(Tour(chromium, root, closely=(), plainly=["search.html?q=people"]).sightings())
    assert seen == []


def test_every_download_that_is_offered_is_there(page: Page) -> None:
    page.goto("get-a-copy.html")
    addresses = page.locator("main a[href*='downloads/']").evaluate_all("all => all.map(each => each.href)")
    assert addresses
    for address in addresses:
        assert page.request.get(address).ok, address


@pytest.mark.parametrize("path", ["plan/people.html", "easy-read/index.html"])
def test_the_menu_opens_by_keyboard_on_a_phone_and_closes_with_escape(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(path)
    menu = page.locator("nav.menu summary")
    menu.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="Get a copy", exact=True).first.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not page.locator("nav.menu details").evaluate("each => each.open")
    assert menu.evaluate("each => each === document.activeElement")


def test_every_page_is_reached_from_the_first_by_links(page: Page, small: Built) -> None:
    start = page.url
    left, seen = [start], {start}
    while left:
        page.goto(left.pop())
        for address in page.locator("a[href]").evaluate_all("all => all.map(each => each.href.split('#')[0])"):
            if address.startswith(start) and address.endswith((".html", "/")) and address not in seen:
                seen.add(address)
                left.append(address)
    reached = {address.removeprefix(start) for address in seen}
    assert set(small.pages) - reached == {"404.html"}


def test_the_site_opens_from_a_memory_stick(chromium: Browser, small: Built) -> None:
    complaints: list[str] = []
    page = chromium.new_page()
    page.on("console", lambda said: complaints.append(said.text))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto((small.folder / "index.html").as_uri())
    page.get_by_role("link", name="Get a copy", exact=True).first.click()
    open_look(page)
    page.locator(".look [name=colours]").select_option("dark")
    dark = background(page)
    page.close()
    assert dark == "rgb(18, 22, 28)"
    assert complaints == []
