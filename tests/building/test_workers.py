"""Jobs side by side: the same bytes as one after the other, and a process that dies is told of."""

import os
import signal
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from everyway.building.jobs import run
from everyway.building.make import Plan
from everyway.errors import EverywayError, FindingsError, JobsError, ToolError, UsageError
from everyway.findings import Finding
from everyway.model import Artifact, Edition, Publication, Source
from everyway.writing.formats import format_named
from tests.building.tiny import WORDS, publication


def die(publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path) -> Sequence[Artifact]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def test_two_processes_give_the_same_bytes_as_one(tmp_path: Path) -> None:
    whole = publication()
    made = []
    for processes in (1, 2):
        folder = tmp_path / str(processes)
        folder.mkdir()
        plan = Plan(whole, (format_named("pdf"),), whole.editions, folder, sources="abc")
        manifest, outcomes = run(plan, lambda job: None, processes)
        assert not any(outcome.failed for outcome in outcomes)
        files = {file.name: file.read_bytes() for file in sorted((folder / "downloads").iterdir())}
        made.append((manifest.to_json(), files))
    assert len(made[0][1]) == 2
    assert made[0] == made[1]


def test_a_process_that_dies_is_told_of(tmp_path: Path) -> None:
    whole = publication()
    plan = Plan(whole, (replace(WORDS, maker=f"{__name__}:die"),), whole.editions, tmp_path, sources="abc")
    _, outcomes = run(plan, lambda job: None, 2)
    errors = [outcome.error for outcome in outcomes if outcome.error]
    assert [error.slug for error in errors] == ["worker-died", "worker-died"]
    assert errors[0].message.startswith("“Words: Care (plan)”: the process that was doing it was ended from outside")


@pytest.mark.parametrize(
    "error",
    [
        UsageError("unknown", "There is no such thing.", fix="Name another.", why="Because.", where=Source("a.md", 3)),
        FindingsError("found", "Faults.", fix="Mend them.", findings=(Finding("SRC012", "No alt.", Source("a.md")),)),
        JobsError((ToolError("died", "It died.", fix="Again."),), ()),
    ],
)
def test_an_error_travels_whole_between_processes(error: EverywayError) -> None:
    import pickle

    arrived = pickle.loads(pickle.dumps(error))
    assert type(arrived) is type(error)
    assert str(arrived) == error.message
    assert {**vars(arrived), "errors": ()} == {**vars(error), "errors": ()}
