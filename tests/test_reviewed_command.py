"""`everyway reviewed` as a person meets it: what is outstanding, what was recorded, and nothing else touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.building.reviewed import record
from everyway.errors import UsageError
from tests.checking.in_step.reviewing import DAY
from tests.checking.in_step.writing import EASY, PLAN, written
from tests.test_cli import everyway


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return written(tmp_path)


def state(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_without_a_name_it_lists_what_is_outstanding_and_writes_nothing(project: Path) -> None:
    before = state(project)
    answer = everyway("reviewed", folder=project)
    assert answer.returncode == 0
    assert answer.stdout.startswith(
        "easy-read/our-parks  (content/easy-read/01.md:1)\n"
        "  retells plan/parks  (content/plan/01.md:1)\n"
        "  Nobody has compared them yet.\n"
    )
    assert "3 of 3 pairs of sections to compare." in answer.stdout
    assert 'everyway reviewed SECTION --by "your name"' in answer.stdout
    assert state(project) == before


def test_a_review_is_recorded_in_one_file_and_the_change_that_follows_is_shown(project: Path) -> None:
    before = state(project)
    answer = everyway("reviewed", "--all", "--by", "Ada Jones", "--date", "2020-07-30", folder=project)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.splitlines()[0] == "easy-read/our-parks  matches  plan/parks"
    after = state(project)
    assert {name for name in after if after[name] != before.get(name)} == {"content/reviewed.yml"}
    assert "has been compared with the plan as it is now (3 pairs" in everyway("reviewed", folder=project).stdout
    strict = everyway("check", "--sources-only", "--strict", folder=project).stdout
    assert "STP" not in strict

    written(project, PLAN.replace("at dusk", "at night"), EASY)
    listed = " ".join(everyway("reviewed", folder=project).stdout.split())
    assert "The plan has changed since Ada Jones compared them on 30 July 2020." in listed
    assert "Changed in the plan: … 8am. The gates close at [− dusk.] [+ night.] In winter" in listed
    assert "1 of 3 pairs of sections to compare." in listed
    checked = everyway("check", "--sources-only", folder=project)
    assert "STP002" in checked.stdout
    assert checked.returncode == 0
    assert everyway("check", "--sources-only", "--strict", folder=project).returncode == 1

    answer = everyway("reviewed", "when", "--by", "Bo Li", folder=project)
    assert answer.stdout == "easy-read/when  matches  plan/opening\n"
    assert "STP" not in everyway("check", "--sources-only", "--strict", folder=project).stdout


def test_a_section_of_the_plan_stands_for_all_that_retell_it(project: Path) -> None:
    written(project, PLAN, EASY + "\n## More {#more covers=opening}\n\nGates close at night.\n")
    answer = everyway("reviewed", "plan/opening", "--by", "Ada Jones", folder=project)
    assert answer.stdout == "easy-read/when  matches  plan/opening\neasy-read/more  matches  plan/opening\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("wen", "--by", "Ada"), "Did you mean easy-read/when?"),
        (("when",), 'such as --by "Ada Jones"'),
        (("when", "--by", "Ada", "--date", "30 July"), "does not match the format"),
    ],
)
def test_what_cannot_be_recorded_is_explained_and_nothing_is_written(
    project: Path, words: tuple[str, ...], told: str
) -> None:
    before = state(project)
    answer = everyway("reviewed", *words, folder=project)
    assert answer.returncode == 2
    assert told in " ".join(answer.stderr.split())
    assert "Traceback" not in answer.stderr
    assert state(project) == before


@pytest.mark.parametrize(
    ("sections", "by", "told"),
    [
        (["plan/openin"], "Ada", "Did you mean plan/opening?"),
        (["xyzzy"], "Ada", "it lists what is outstanding"),
        (["bylaws"], "Ada", "it lists what is outstanding"),
        (["when", "wen"], "Ada", "Did you mean easy-read/when?"),
        (["when"], "   ", 'such as --by "Ada Jones"'),
        (["when"], "Ada\x07", 'such as --by "Ada Jones"'),
        (["when"], "A" * 101, 'such as --by "Ada Jones"'),
    ],
)
def test_one_thing_that_is_wrong_keeps_all_from_being_recorded(
    project: Path, sections: list[str], by: str, told: str
) -> None:
    with pytest.raises(UsageError) as error:
        record(project, sections, everything=False, by=by, on=DAY)
    assert told in error.value.fix
    assert not (project / "content" / "reviewed.yml").exists()


def test_while_the_content_has_errors_nothing_is_recorded(project: Path) -> None:
    written(project, PLAN + "\n[here](#nowhere)\n")
    answer = everyway("reviewed", "--all", "--by", "Ada", folder=project)
    assert answer.returncode == 1
    assert "nowhere" in answer.stderr
    assert not (project / "content" / "reviewed.yml").exists()


def test_a_folder_that_cannot_be_written_to_is_explained(project: Path) -> None:
    (project / "content" / "reviewed.yml").mkdir()
    answer = everyway("reviewed", "--all", "--by", "Ada", folder=project)
    assert answer.returncode == 3
    assert "Traceback" not in answer.stderr
    assert [file.name for file in (project / "content").iterdir() if file.name.startswith(".")] == []
