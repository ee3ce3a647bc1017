"""How portions become pages: what stays together, what stands blank, where a page is turned."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from everyway.braille.lines import EMPTY, Line
from everyway.braille.pages import Page, paged
from everyway.braille.phrases import Phrase
from everyway.braille.portions import Portion
from everyway.braille.volumes import parted
from tests.laws import law


def lines(text: str) -> tuple[Line, ...]:
    """A line for each letter."""
    return tuple(Line(letter) for letter in text)


def pages_of(*portions: Portion, room: int = 6) -> list[str]:
    """The pages, a letter for each line and a dot for a blank one."""
    return ["".join(line.cells or "." for line in page.lines) for page in paged(portions, room)]


def test_blank_lines_stand_between_but_not_at_the_head_of_a_page() -> None:
    assert pages_of(Portion(lines("a"), after=1), Portion(lines("b"), before=2)) == ["a..b"]
    assert pages_of(Portion(lines("abcdef")), Portion(lines("gh"), before=1)) == ["abcdef", "gh"]


def test_a_heading_is_never_last() -> None:
    heading = Portion(lines("H"), before=1, with_next=True)
    assert pages_of(Portion(lines("abc")), heading, Portion(lines("xyzw"))) == ["abc", "Hxyzw"]
    assert pages_of(Portion(lines("ab")), heading, Portion(lines("xyzw"))) == ["ab.Hxy", "zw"]


def test_headings_in_a_row_stay_together() -> None:
    heading = Portion(lines("H"), with_next=True)
    assert pages_of(Portion(lines("abc")), heading, heading, Portion(lines("xyzw"))) == ["abc", "HHxyzw"]


def test_no_line_of_a_paragraph_stands_alone() -> None:
    assert pages_of(Portion(lines("abcde")), Portion(lines("xyzw"))) == ["abcde", "xyzw"]
    assert pages_of(Portion(lines("ab")), Portion(lines("vwxyz"))) == ["abvwx", "yz"]
    assert pages_of(Portion(lines("abc")), Portion(lines("xyz"))) == ["abcxyz"]
    assert pages_of(Portion(lines("abcd")), Portion(lines("xyz"))) == ["abcd", "xyz"]


def test_what_is_whole_is_not_parted_if_a_page_can_hold_it() -> None:
    assert pages_of(Portion(lines("ab")), Portion(lines("vwxyz"), whole=True)) == ["ab", "vwxyz"]
    assert pages_of(Portion(lines("ab")), Portion(lines("qrstuvwx"), whole=True)) == ["abqrst", "uvwx"]


def test_a_new_page_begins_lines_below_its_head() -> None:
    portion = Portion(lines("b"), new_page=True, skip=2, begins=("part",))
    assert pages_of(Portion(lines("a")), portion) == ["a", "..b"]
    assert [page.begins for page in paged((Portion(lines("a")), portion), 6)] == [(), ("part",)]


def test_the_running_head_is_that_of_the_first_line() -> None:
    one, two = Phrase(("one",), ("⠁",)), Phrase(("two",), ("⠃",))
    portions = (Portion(lines("abcd"), head=one), Portion(lines("ef"), head=two), Portion(lines("gh")))
    assert [page.head for page in paged(portions, 6)] == [one, two]


_PORTIONS = st.lists(
    st.builds(
        Portion,
        lines=st.integers(1, 9).map(lambda count: tuple(Line("x") for _ in range(count))),
        before=st.integers(0, 2),
        after=st.integers(0, 2),
        with_next=st.booleans(),
        whole=st.booleans(),
        new_page=st.booleans(),
        skip=st.integers(0, 2),
    ),
    max_size=12,
)


@law(200)
@given(_PORTIONS, st.integers(6, 12))
def test_any_portions_fill_pages_that_hold_them(portions: list[Portion], room: int) -> None:
    numbered = [
        Portion(tuple(Line(f"{at}.{row}") for row in range(len(each.lines))), each.before, each.after, each.with_next,
                each.whole, each.new_page, each.skip)
        for at, each in enumerate(portions)
    ]  # fmt: skip
    pages = paged(numbered, room)
    assert all(0 < len(page.lines) <= room for page in pages)
    assert [line for page in pages for line in page.lines if line != EMPTY] == [
        line for portion in numbered for line in portion.lines
    ]


def volumes(pages: int, most: int, *parts: int) -> list[int]:
    made = [Page((), (str(at),) if at in parts else ()) for at in range(pages)]
    return [len(run) for run in parted(made, frozenset(map(str, parts)), most)]


def test_a_volume_begins_with_a_part_if_one_is_near() -> None:
    assert volumes(25, 10, 0, 8, 17) == [8, 9, 8]
    assert volumes(10, 10, 0, 5) == [10]


def test_a_long_part_is_parted_where_the_volume_is_full() -> None:
    assert volumes(25, 10, 0, 3) == [10, 10, 5]
