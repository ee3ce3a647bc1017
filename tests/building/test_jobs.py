"""The graph makes every row of the table, in order, and one failure does not hide the next."""

from pathlib import Path

import pytest

from everyway.building.jobs import run
from everyway.building.make import Job, Plan
from everyway.errors import WritingError
from tests.building.tiny import SHELF, WORDS, break_down, fill_disk, publication


def plan(folder: Path) -> Plan:
    whole = publication()
    return Plan(whole, (WORDS, SHELF), whole.editions, folder, sources="abc")


@pytest.mark.usefixtures("formats")
def test_every_format_of_every_edition_is_made_before_what_needs_them_all(tmp_path: Path) -> None:
    done: list[Job] = []
    manifest, outcomes = run(plan(tmp_path), done.append)
    assert [outcome.job.key for outcome in outcomes] == ["words of plan", "words of easy-read", "shelf"]
    assert {job.key for job in done[:2]} == {"words of plan", "words of easy-read"}
    assert done[2].key == "shelf"
    assert [(item.format, item.edition) for item in manifest.items] == [
        ("words", "plan"),
        ("words", "easy-read"),
        ("shelf", ""),
    ]
    listed = (tmp_path / "shelf" / "index.txt").read_text("utf-8")
    assert listed == "downloads/care-plan-words.txt\ndownloads/care-easy-read-words.txt\n"


@pytest.mark.parametrize(("fault", "slug"), [(break_down, "voice-died"), (fill_disk, "disk-full")])
def test_a_job_that_fails_is_named_and_the_others_finish(
    tmp_path: Path, formats: dict[str, object], fault: object, slug: str
) -> None:
    formats["make_shelf"] = fault
    _, outcomes = run(plan(tmp_path), lambda job: None)
    failed = [outcome for outcome in outcomes if outcome.failed]
    assert [(outcome.job.key, outcome.error and outcome.error.slug) for outcome in failed] == [("shelf", slug)]
    assert (tmp_path / "downloads" / "care-plan-words.txt").read_text("utf-8") == "Care (plan)\n"


def test_a_full_disk_is_told_in_words_that_help(tmp_path: Path, formats: dict[str, object]) -> None:
    formats["make_words"] = fill_disk
    _, outcomes = run(plan(tmp_path), lambda job: None)
    error = outcomes[0].error
    assert isinstance(error, WritingError)
    assert error.message == "The disk is full: words.txt."
    assert "What was there before has been kept." in error.why


@pytest.mark.usefixtures("formats")
def test_the_same_plan_gives_the_same_manifest(tmp_path: Path) -> None:
    manifests = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        manifests.append(run(plan(tmp_path / name), lambda job: None)[0].to_json())
    assert manifests[0] == manifests[1]
