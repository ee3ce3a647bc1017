"""Stretches of sound and what is shown with each: times, pictures, quotations, cells and code."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from everyway.speech.recording import Track
from everyway.speech.sound import SpokenWord
from everyway.speech.timeline import Clip, TimedChapter
from everyway.speech.utterance import Kind
from everyway.writing.epub.announcements import announce
from everyway.writing.epub.markup import parse
from everyway.writing.epub.overlays import clock, overlay
from everyway.writing.epub.page import Page
from everyway.writing.epub.spoken import spoken
from everyway.writing.epub.stretches import Stretch, stretches


def clip(name: str, number: int, text: str = "", kind: Kind = Kind.SENTENCE, language: str = "en-GB") -> Clip:
    """A clip of one second, whose word begins after 0.4 s."""
    return Clip(name, kind, text, language, number, number + 1, (SpokenWord("word", number + 0.4, number + 0.9),))


def track(*clips: Clip) -> Track:
    chapter = TimedChapter("a", "A", len(clips), clips)
    nowhere = Path("a.mp3")
    return Track(
        chapter, nowhere, nowhere, flac=nowhere, gain=0.0, delay=0.05, mp3_seconds=9.0, aac_frames=0, rate=22050
    )


def page(markup: str) -> Page:
    return Page("a", "A", "bodymatter", "en-GB", parse(Markup(f"<section>{markup}</section>")))


def shown(markup: str, *said: tuple[str, str, Kind]) -> list[tuple[str, int, int]]:
    """Each id that is shown while something is said, and its times in tenths of a second."""
    clips = [clip(name, number, text, kind) for number, (name, text, kind) in enumerate(said)]
    found = spoken(tuple(stretches(track(*clips), {})), page(markup), {})
    return [(each.element.get("id", ""), each.begin // 100, each.end // 100) for each in found]


def test_times_are_those_of_the_mp3_and_follow_one_another() -> None:
    first, second = clip("one", 0), clip("two", 1)
    assert list(stretches(track(first, second), {"two": 7})) == [
        Stretch(0, 1050, first),
        Stretch(1050, 1150, page=7),
        Stretch(1150, 2050, second),
    ]


def test_a_page_takes_no_more_than_the_silence_before_its_first_word() -> None:
    close = Clip("one", Kind.SENTENCE, "", "en-GB", 0.0, 1.0, (SpokenWord("word", 0.02, 0.9),))
    page_mark, said = stretches(track(close), {"one": 3})
    assert (page_mark.begin, page_mark.end, said.begin) == (0, 50, 50)


def test_sentences_are_shown_while_they_are_said() -> None:
    words = '<p><span class="s" id="one">One.</span> <span class="s" id="two">Two.</span></p>'
    said = (("one", "One.", Kind.SENTENCE), ("two", "Two.", Kind.SENTENCE))
    assert shown(words, *said) == [("one", 0, 10), ("two", 10, 20)]


def test_a_picture_is_shown_while_its_text_is_said() -> None:
    words = '<p id="one">x</p><img src="a" alt="A star"><img src="b" alt="A star"><p id="two">x</p>'
    said = (
        ("one", "x", Kind.SENTENCE),
        ("pic", "Picture: A star", Kind.PICTURE),
        ("two", "x", Kind.SENTENCE),
    )
    assert [name for name, _, _ in shown(words, *said)] == ["one", "pic", "two"]


def test_a_picture_elsewhere_with_the_same_text_is_not_taken() -> None:
    words = '<p id="one">x</p><p id="two">x</p><img src="a" alt="A star">'
    said = (("one", "x", Kind.SENTENCE), ("pic", "Picture: A star", Kind.PICTURE), ("two", "x", Kind.SENTENCE))
    assert shown(words, *said) == [("one", 0, 20), ("two", 20, 30)]


def test_words_for_listeners_only_are_heard_with_what_stands_beside_them() -> None:
    words = '<p id="one">x</p><blockquote><p id="two">x</p></blockquote><p id="three">x</p>'
    said = (
        ("one", "x", Kind.SENTENCE),
        ("quote", "Quote.", Kind.ANNOUNCEMENT),
        ("two", "x", Kind.SENTENCE),
        ("end", "End of quote.", Kind.ANNOUNCEMENT),
        ("three", "x", Kind.SENTENCE),
    )
    assert shown(words, *said) == [("one", 0, 10), ("two", 10, 40), ("three", 40, 50)]


def test_empty_cells_lines_of_code_and_descriptions_are_shown_too() -> None:
    words = (
        '<p id="one">x</p><table><tbody><tr><td></td></tr></tbody></table><pre><code>a = 1\n\nb = 2\n</code></pre>'
        '<div class="description">\n<p><strong>What the picture shows:</strong> It grows. Then it stops.</p>\n</div>'
    )
    said = (
        ("one", "x", Kind.SENTENCE),
        ("empty", "Number: empty", Kind.CELL),
        ("code", "a = 1", Kind.SENTENCE),
        ("code-2", "b = 2", Kind.SENTENCE),
        ("told", "What the picture shows: It grows.", Kind.PICTURE),
        ("told-2", "Then it stops.", Kind.PICTURE),
    )
    assert [name for name, _, _ in shown(words, *said)] == [name for name, _, _ in said]


def test_what_can_be_left_is_a_sequence_of_its_own() -> None:
    shelf = page(
        '<p id="one">x</p><table id="t"><tbody><tr><td id="two">x</td></tr></tbody></table><aside id="n"><p id="note">'
        "x</p></aside>"
    )
    clips = [clip(name, number) for number, name in enumerate(("one", "two", "note"))]
    made = overlay(spoken(tuple(stretches(track(*clips), {})), shelf, {}), shelf, "a.mp3")
    assert made.milliseconds == 3050
    plain = made.body.replace("\n", "").replace('<audio src="a.mp3"', "<audio").replace("></audio></par>", "/>")
    assert [line for line in plain.split("<") if line.startswith(("seq", "/seq", "text"))] == [
        'seq epub:textref="a.xhtml#section">',
        'text src="a.xhtml#one">',
        'seq epub:type="table" epub:textref="a.xhtml#t">',
        'seq epub:type="table-row" epub:textref="a.xhtml#tr">',
        'text src="a.xhtml#two">',
        "/seq>",
        "/seq>",
        'seq epub:type="footnote" epub:textref="a.xhtml#n">',
        'text src="a.xhtml#note">',
        "/seq>",
        "/seq>",
    ]
    assert 'epub:type="table-cell"' in made.body


def test_times_are_written_as_smil_has_them() -> None:
    assert [clock(time) for time in (0, 1, 61_050, 3_725_999)] == [
        "0:00:00.000",
        "0:00:00.001",
        "0:01:01.050",
        "1:02:05.999",
    ]


def test_announcements_find_the_line_that_says_the_same_or_get_one() -> None:
    front = page("<h1>The plan</h1><p>A society</p><p>30 July 2020</p>")
    announce(
        front,
        [
            clip("title", 0, "The plan."),
            clip("voice", 1, "Llais synthetig.", language="cy"),
            clip("publisher", 2, "Published by A society."),
            clip("end", 3, "Enjoy it."),
        ],
    )
    lines = [(line.tag, line.get("id"), line.get("lang"), line.text) for line in front.body[0]]
    assert lines == [
        ("h1", "title", None, "The plan"),
        ("p", "voice", "cy", "Llais synthetig."),
        ("p", "publisher", None, "A society"),
        ("p", "end", None, "Enjoy it."),
        ("p", None, None, "30 July 2020"),
    ]
