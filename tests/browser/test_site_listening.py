"""The player of a page: with the voice, where the listener wants it, and never in the way.

The recording is of tones, a pitch for each sentence, so that what sounds can be told from what is marked.
"""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest

from everyway.checking.web.server import serve
from everyway.model.colour import contrast
from tests.browser.sites import Built
from tests.browser.test_site_ways import NO_STORAGE
from tests.writing.site.tones import pitch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

PART = "plan/people.html"
EASY = "easy-read/easy-people.html"
EAR = (Path(__file__).parent / "ear.js").read_text("utf-8")
SETS = ("light", "dark", "black-on-yellow", "yellow-on-black", "black-on-cream", "white-on-black")


def control(page: Page, name: str) -> Locator:
    return page.locator(f".listen [name={name}]")


def marked(page: Page) -> str:
    """The id of the sentence that is marked, or the words of the picture."""
    found: str = page.locator(".voiced").evaluate("each => each.id || each.alt")
    return found


def cues(small: Built, path: str) -> list[tuple[str, float]]:
    """What is said on a page and when, as its captions tell it."""
    text = (small.folder / "audio" / path.replace(".html", ".vtt")).read_text("utf-8")
    found = re.findall(r"^(\S+)\n(\d+):(\d+):([\d.]+) -->", text, flags=re.M)
    return [(name, int(hours) * 3600 + int(minutes) * 60 + float(rest)) for name, hours, minutes, rest in found]


def begin(page: Page, path: str = PART) -> None:
    """Opens a page and listens."""
    page.goto(path)
    control(page, "play").click()
    page.locator(".voiced").wait_for()


def hold(page: Page) -> None:
    """Listens no further, at the beginning of whatever is being said."""
    control(page, "play").click()
    page.wait_for_timeout(50)


def heard(page: Page) -> float:
    """The pitch that sounds now."""
    page.wait_for_timeout(300)
    found: float = page.evaluate("window.everywayHeard.at(-1)[0]")
    return found


def apart(page: Page, small: Built, speed: str) -> list[float]:
    """Milliseconds between each change of the mark and its time in the captions, and between it and what sounds.

    Infinite when the machine was so busy that the first sentences were over before anything was drawn.
    """
    page.goto(PART)
    page.evaluate("localStorage.clear()")  # the place that an earlier try has kept
    page.goto(PART)
    page.evaluate("speed => localStorage.setItem('everyway-listen', JSON.stringify({ speed }))", speed)
    page.evaluate(EAR)
    control(page, "play").click()
    page.wait_for_timeout(6500 if speed == "1" else 4500)
    control(page, "stop").click()
    seen, sounds = page.evaluate("[window.everywaySeen, window.everywayHeard]")
    starts = cues(small, PART)
    if [name for name, _, _ in seen] != [name for name, _ in starts[: len(seen)]] or len(seen) < 4:
        return [math.inf]
    found = []
    # Where somebody begins to listen, nothing was marked before that could be marked too long.
    for number, (_, moment, place) in list(enumerate(seen))[1:]:
        found.append(abs(place - starts[number][1]) / float(speed) * 1000)
        sounded = next(at for tone, at in sounds if abs(tone - pitch(number)) < 25 and at > moment - 500)
        found.append(abs(sounded - moment))
    return found


@pytest.mark.parametrize("speed", ["1", "2"])
def test_the_mark_is_within_50_ms_of_the_voice(page: Page, small: Built, speed: str) -> None:
    # A machine that does much else at the same time draws late: what counts is what the player does when it can.
    tries = (apart(page, small, speed) for _ in range(3))
    found = next((each for each in tries if max(each) < 50), [])
    assert found
    assert median(found) < 25, found


def test_back_and_forward_go_a_sentence_while_it_plays_and_while_it_is_silent(page: Page, small: Built) -> None:
    names = [name for name, _ in cues(small, PART)]
    begin(page)
    hold(page)
    control(page, "forward").click()
    control(page, "forward").click()
    assert marked(page) == names[2]
    control(page, "back").click()
    assert marked(page) == names[1]
    control(page, "back").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert marked(page) == names[3]
    page.keyboard.press("ArrowLeft")
    assert marked(page) == names[2]
    assert page.locator("audio").evaluate("each => each.paused")
    control(page, "play").click()
    assert marked(page) == names[2], "it starts where the mark is"
    control(page, "forward").click()
    assert marked(page) == names[3]


def test_a_click_on_a_sentence_starts_there(page: Page, small: Built) -> None:
    names = [name for name, _ in cues(small, PART)]
    page.goto(PART)
    page.evaluate(EAR)
    page.locator(f"#{names[9]}").click()
    assert page.locator(".voiced").count() == 0, "only somebody who listens means that"
    control(page, "play").click()
    page.locator(".voiced").wait_for()
    for number in (9, 4, 12):
        page.locator(f"#{names[number]}").click()
        assert marked(page) == names[number]
        assert heard(page) == pytest.approx(pitch(number), abs=25)


def test_a_click_on_a_link_or_to_choose_words_starts_nothing(page: Page, small: Built) -> None:
    begin(page)
    hold(page)
    before = marked(page)
    page.get_by_text("A zebra sleeps well.").select_text()
    page.get_by_text("A zebra sleeps well.").dispatch_event("click")
    assert marked(page) == before
    page.evaluate("getSelection().removeAllRanges()")
    page.get_by_role("link", name="growth", exact=True).click()
    page.wait_for_url("**/growth.html")
    begin(page)
    hold(page)
    page.locator(".listen summary").click()
    control(page, "start").uncheck()
    page.get_by_text("Nurses help.").click()
    assert marked(page) == before


def test_the_place_on_a_page_is_kept_and_can_be_left(page: Page, small: Built) -> None:
    names = [name for name, _ in cues(small, PART)]
    begin(page)
    hold(page)
    for _ in range(4):
        control(page, "forward").click()
    page.reload()
    button = page.get_by_role("button", name="Go on where you stopped")
    button.click()
    page.locator(".voiced").wait_for()
    assert marked(page) == names[4]
    page.reload()
    page.get_by_role("button", name="From the beginning").click()
    page.locator(".voiced").wait_for()
    assert marked(page) == names[0]
    page.locator(".listen summary").click()
    control(page, "keep").uncheck()
    control(page, "forward").click()
    page.reload()
    assert page.get_by_role("button", name="Listen to this page").is_visible()
    assert json.loads(page.evaluate("localStorage.getItem('everyway-listen')")) == {"keep": False}


def test_speed_is_kept_and_a_browser_that_keeps_nothing_plays_all_the_same(page: Page) -> None:
    begin(page)
    control(page, "speed").select_option("1.5")
    begin(page, EASY)
    assert page.locator("audio").evaluate("each => each.playbackRate") == 1.5
    page.add_init_script(NO_STORAGE)
    begin(page)
    assert control(page, "speed").input_value() == "1"


def test_the_end_closes_the_player_and_forgets_the_place(page: Page, small: Built) -> None:
    begin(page)
    page.locator("audio").evaluate("each => { each.currentTime = each.duration - 0.3 }")
    page.get_by_role("button", name="Listen to this page").wait_for()
    assert page.locator(".voiced").count() == 0
    assert control(page, "back").is_hidden()
    assert json.loads(page.evaluate("localStorage.getItem('everyway-listen')")) == {}


def test_escape_stops_and_the_focus_stays_in_the_player(page: Page) -> None:
    begin(page)
    control(page, "forward").focus()
    page.keyboard.press("Escape")
    assert page.locator("audio").evaluate("each => each.paused")
    assert control(page, "play").evaluate("each => each === document.activeElement")
    assert page.locator(".voiced").count() == 0


def test_the_slider_goes_by_sentences_and_is_quiet_while_it_has_the_focus(page: Page, small: Built) -> None:
    names = [name for name, _ in cues(small, PART)]
    begin(page)
    slider = page.get_by_role("slider", name="Place on this page")
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert marked(page) == names[2]
    assert slider.get_attribute("aria-valuetext") == f"Sentence 3 of {len(names)}, 2 sec of 23 sec"
    page.locator(f"#{names[3]}.voiced").wait_for()
    assert slider.input_value() == "2"
    page.keyboard.press("ArrowRight")
    assert marked(page) == names[4], "it goes on from where the voice is"
    assert page.locator(".listen [aria-live], .listen [role=status]").count() == 0


def test_the_controls_stay_in_sight_and_nothing_moves_when_they_do(page: Page) -> None:
    begin(page)
    hold(page)
    far = page.get_by_role("heading", name="Get this in another format")
    before = far.evaluate("each => each.getBoundingClientRect().top + scrollY")
    far.scroll_into_view_if_needed()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    bar = page.locator(".listen-bar[popover]")
    bar.wait_for()
    assert control(page, "play").is_visible()
    assert far.evaluate("each => each.getBoundingClientRect().top + scrollY") == before
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    foot = page.locator("footer a").last.bounding_box()
    box = bar.bounding_box()
    assert foot and box and foot["y"] + foot["height"] <= box["y"], "the end of the page is not under the controls"
    control(page, "play").focus()
    page.evaluate("scrollTo(0, 0)")
    page.locator(".listen-bar:not([popover])").wait_for()
    assert control(page, "play").evaluate("each => each === document.activeElement")


def test_where_there_is_little_room_the_controls_keep_their_place(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024 pixels at 400 %
    begin(page)
    hold(page)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(100)
    assert page.locator(".listen-bar[popover]").count() == 0


def test_the_page_goes_along_with_who_reads_along_only(page: Page, small: Built) -> None:
    names = [name for name, _ in cues(small, PART)]
    page.set_viewport_size({"width": 800, "height": 400})
    begin(page)
    hold(page)
    assert page.evaluate("scrollY") > 0, "the sentence that is being read was brought into sight"
    place = "each => { const at = each.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight }"
    for name in names[1:8]:
        control(page, "forward").press("Enter")
        assert page.locator(f"#{name}").evaluate(place), name
    page.evaluate("scrollTo(0, 0)")
    page.locator("audio").evaluate("each => each.play()")
    page.locator(f"#{names[8]}.voiced").wait_for()
    assert page.evaluate("scrollY") == 0, "who has scrolled away is left in peace"
    control(page, "follow").evaluate("each => each.click()")
    control(page, "forward").evaluate("each => each.click()")
    assert page.evaluate("scrollY") == 0


def test_a_picture_that_is_told_is_marked(page: Page) -> None:
    begin(page, EASY)
    assert marked(page) == "A nurse"
    assert page.locator("img.voiced").evaluate("each => getComputedStyle(each).outlineStyle") == "solid"


@pytest.mark.parametrize("colours", SETS)
def test_the_mark_can_be_seen_in_every_colour_set_without_seeing_colour(page: Page, colours: str) -> None:
    begin(page)
    hold(page)
    page.evaluate("name => { document.documentElement.dataset.colours = name }", colours)
    for _ in range(3):
        control(page, "forward").click()
    style = "each => { const s = getComputedStyle(each); return [s.borderBottomWidth, s.borderBottomColor] }"
    width, line = page.locator(".voiced").evaluate(style)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert float(width.removesuffix("px")) >= 3
    assert contrast(_hexadecimal(line), _hexadecimal(ground)) >= 3


def _hexadecimal(colour: str) -> str:
    return "#" + "".join(f"{int(part):02X}" for part in re.findall(r"\d+", colour)[:3])


def test_the_mark_can_be_seen_in_forced_colours(chromium: Browser, small: Built) -> None:
    with serve(small.folder) as root:
        context = chromium.new_context(base_url=root, forced_colors="active", reduced_motion="reduce")
        page = context.new_page()
        begin(page)
        hold(page)
        sentence = page.locator(".voiced")
        before = sentence.screenshot()
        sentence.evaluate("each => each.classList.remove('voiced')")
        after = page.locator("h1 .s").screenshot()
        context.close()
    assert before != after


def test_nothing_of_the_player_is_fetched_before_somebody_listens(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.goto(PART)
    page.wait_for_load_state("networkidle")
    assert not {"people.js", "listen.js", "listen.css", "people.mp3"} & set(asked)
    begin(page)
    assert {"people.js", "listen.js", "listen.css", "people.mp3"} <= set(asked)


def test_a_player_that_does_not_come_leaves_the_browsers_own(chromium: Browser, small: Built) -> None:
    with serve(small.folder) as root:
        page = chromium.new_page(base_url=root)
        page.route("**/listen.js", lambda route: route.abort())
        page.goto(PART)
        assert not page.locator("audio").evaluate("each => each.controls")
        control(page, "play").click()
        page.locator("audio[controls]").wait_for()
        assert page.locator(".listen-bar").is_hidden()
        page.close()


def test_without_a_script_there_is_sound_and_all_that_is_said(chromium: Browser, small: Built) -> None:
    with serve(small.folder) as root:
        page = chromium.new_page(base_url=root, java_script_enabled=False)
        page.goto(PART)
        player = page.locator("audio")
        assert player.is_visible()
        assert player.get_attribute("controls") == ""
        for words in ("Download the sound", "All that is said, as text"):
            address = page.get_by_role("link", name=words).get_attribute("href")
            assert page.request.get(f"{root}plan/{address}").ok
        assert "Read by a synthetic voice, 23 sec." in page.locator(".listen-facts").inner_text()
        page.close()


def test_from_a_memory_stick_the_mark_follows_too(chromium: Browser, small: Built) -> None:
    page = chromium.new_page()
    begin_at = (small.folder / PART).as_uri()
    page.goto(begin_at)
    control(page, "play").click()
    page.locator(".voiced").wait_for()
    control(page, "forward").click()
    assert marked(page) == cues(small, PART)[1][0]
    page.close()
