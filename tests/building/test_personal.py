"""Copies made to one person's need: where they go, what is refused, and that they are checked."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from everyway.building.personal import Wish, make_personal
from everyway.errors import EverywayError, FindingsError, UsageError

CONSTRUCTS = Path(__file__).parents[1] / "publications" / "constructs"
PROFILES = """
profiles:
  reading-group:
    size: 24
    colours: black-on-cream
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own, with a profile."""
    shutil.copytree(CONSTRUCTS, tmp_path / "project", ignore=shutil.ignore_patterns("build"))
    with (tmp_path / "project" / "content" / "publication.yml").open("a") as file:
        file.write(PROFILES)
    return tmp_path / "project"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_goes_to_its_own_folder_and_is_named_by_its_options(project: Path) -> None:
    (made,) = make_personal(project, Wish("large-print", "short", {"size": 36, "colours": "yellow-on-black"}))
    assert made.path == project / "build" / "personal" / "constructs-short-large-print-36pt-yellow-on-black.pdf"
    assert made.accessible and made.size == made.path.stat().st_size
    assert names(made.path.parent) == [made.path.name]


def test_a_profile_is_used_but_never_named(project: Path, tmp_path: Path) -> None:
    (made,) = make_personal(project, Wish("large-print", "short", {"size": 20}, "reading-group", into=tmp_path / "out"))
    assert names(tmp_path / "out") == ["constructs-short-large-print-20pt-black-on-cream.pdf"]
    assert b"reading-group" not in made.path.read_bytes()


def test_a_booklet_is_no_accessible_copy(project: Path, tmp_path: Path) -> None:
    (made,) = make_personal(project, Wish("pdf", "short", booklet=True, into=tmp_path / "out"))
    assert names(tmp_path / "out") == ["constructs-short-pdf-booklet.pdf"]
    assert not made.accessible


@pytest.mark.parametrize(
    ("wish", "slug"),
    [
        (Wish("giant"), "unknown-format"),
        (Wish("site"), "unknown-format"),
        (Wish("large-print", "plan"), "unknown-edition"),
        (Wish("large-print", profile="anna"), "unknown-profile"),
        (Wish("large-print", options={"size": 90}), "size-out-of-range"),
        (Wish("large-print", booklet=True), "no-booklet"),
        (Wish("pdf", options={"size": 20}), "option-of-another-format"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_made_is_refused_in_plain_words(project: Path, wish: Wish, slug: str) -> None:
    with pytest.raises(UsageError) as refused:
        make_personal(project, wish)
    assert refused.value.slug == slug
    assert refused.value.fix
    assert not list((project / "build").glob("personal/*.pdf"))


def test_faults_of_the_content_stop_it(project: Path) -> None:
    (project / "content" / "short" / "99-more.md").write_text("# More\n\n[nowhere](nowhere.md)\n")
    with pytest.raises(FindingsError) as refused:
        make_personal(project, Wish("large-print", "short"))
    assert refused.value.slug == "content-findings"


def test_a_copy_that_fails_its_checks_is_not_left_behind(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from everyway.building import make
    from everyway.checking.gate import Verdict
    from everyway.findings import Finding

    check: Callable[..., Verdict] = lambda *_: Verdict({}, (Finding("PDF001", "Words are lost."),))  # noqa: E731
    monkeypatch.setattr(make, "check_artifact", check)
    with pytest.raises(EverywayError) as refused:
        make_personal(project, Wish("large-print", "short", into=tmp_path / "out"))
    assert refused.value.slug == "output-findings"
    assert names(tmp_path / "out") == []
