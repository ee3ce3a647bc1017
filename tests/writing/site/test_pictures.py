"""Pictures: names that stay, sizes, and who is to be thanked."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PIL import Image

from everyway.model import Figure, Picture, Source
from everyway.writing.site.pictures import PictureFiles, credits_of, size_of
from tests.writing.example import NURSE, plan, publication
from tests.writing.site.small import part


def test_a_picture_keeps_its_name_and_two_never_share_one(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a/one.svg", "b/one.svg")]
    for file in files:
        file.parent.mkdir()
        file.write_text("<svg/>", "utf-8")
    shown = [Picture("", file, "Something") for file in files] + [NURSE, dataclasses.replace(NURSE, name="sister")]
    figures = [Figure(picture, (), Source("a.md")) for picture in shown]
    names = PictureFiles(publication(plan(part("p", "P", *figures))))
    assert [names.uri(picture) for picture in shown] == [
        "assets/pictures/one.svg",
        "assets/pictures/one-2.svg",
        "assets/pictures/nurse.svg",
        "assets/pictures/nurse.svg",
    ]


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 48"/>', (72, 48)),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="40px" height="30" viewBox="0 0 4 3"/>', (40, 30)),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0,0,4,3"/>', (4, 3)),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', None),
        ("no picture at all", None),
    ],
)
def test_the_size_of_a_drawing_is_read_from_its_first_tag(
    tmp_path: Path, svg: str, size: tuple[int, int] | None
) -> None:
    file = tmp_path / "drawing.svg"
    file.write_text(svg, "utf-8")
    assert size_of(file) == size


def test_the_size_of_a_photo(tmp_path: Path) -> None:
    Image.new("RGB", (30, 20)).save(tmp_path / "photo.png")
    assert size_of(tmp_path / "photo.png") == (30, 20)
    (tmp_path / "broken.png").write_bytes(b"not a picture")
    assert size_of(tmp_path / "broken.png") is None


def test_makers_of_pictures_are_named_once_with_their_licence() -> None:
    other = dataclasses.replace(NURSE, name="other", file=NURSE.file.parent / "other.svg", licence="CC BY 4.0")
    figures = [Figure(picture, (), Source("a.md")) for picture in (NURSE, other, NURSE)]
    found = credits_of(publication(plan(part("p", "P", *figures))))
    assert [(each.credit, each.licence, len(each.pictures)) for each in found] == [
        ("the everyway authors", "MIT", 1),
        ("the everyway authors", "CC BY 4.0", 1),
    ]
