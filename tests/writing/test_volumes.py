"""Long books in volumes: where they begin, and that nothing is lost between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from everyway.model import Edition
from everyway.model.walk import sections_of
from everyway.writing.print.volumes import Start, starts_for, volumes_of
from tests.writing.example import paragraph, plan, section


def book() -> Edition:
    """Three parts of three sections each."""
    return plan(
        *(
            section(
                f"part-{part}",
                1,
                f"Part {part}",
                paragraph("Words."),
                sections=tuple(section(f"part-{part}-{below}", 2, "Below", paragraph("More.")) for below in "abc"),
            )
            for part in (1, 2, 3)
        )
    )


def test_a_volume_may_begin_inside_a_part() -> None:
    first, second, third = volumes_of(book(), ("part-1", "part-1-c", "part-3"))
    assert [each.id for each in first.sections] == ["part-1"]
    assert [each.id for each in first.sections[0].sections] == ["part-1-a", "part-1-b"]
    assert [each.id for each in second.sections] == ["part-1-c", "part-2"]
    assert [each.id for each in third.sections] == ["part-3"]
    assert (second.number, second.count, second.begins, second.ends) == (2, 3, "part-1-c", "part-3")
    assert third.ends == ""


IDS = [each.id for each in sections_of(book())]


@given(st.sets(st.sampled_from(IDS[1:])))
def test_volumes_hold_every_section_once_and_in_order(others: set[str]) -> None:
    starts = [IDS[0], *(each for each in IDS if each in others)]
    volumes = volumes_of(book(), starts)
    found = [place for volume in volumes for place in volume.places]
    assert found == IDS
    assert [volume.sections[0].id for volume in volumes] == starts


def starts(*pages: float, end: float) -> tuple[Start, ...]:
    return (*(Start(f"s{page:g}", 1, page) for page in pages), Start("", 1, end))


def test_a_thin_book_is_one_volume() -> None:
    assert starts_for(starts(3, 50, 90, end=200), most=200) == ("s3",)


def test_volumes_are_about_equally_thick() -> None:
    assert starts_for(starts(1, 40, 101, 140, 190, end=201), most=110) == ("s1", "s101")


def test_where_no_section_fits_the_next_one_begins_a_volume() -> None:
    assert starts_for(starts(1, 150, end=200), most=100) == ("s1", "s150")
