"""How it is published: the workflow of the code host, and the script that any continuous integration can call."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def read(file: Path) -> dict[Any, Any]:
    found = yaml.safe_load(file.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


PUBLISH = read(ROOT / ".github/workflows/publish.yml")


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: str(file.name))
def test_a_workflow_may_do_no_more_than_it_must(file: Path) -> None:
    workflow = read(file)
    assert workflow["permissions"] == {"contents": "read"}
    allowed = {"contents": {"read"}, "security-events": {"write"}, "pages": {"write"}, "id-token": {"write"}}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        for right, level in job.get("permissions", {}).items():
            assert level in allowed[right]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: str(file.name))
def test_every_action_is_pinned_by_version(file: Path) -> None:
    for step in steps(read(file)):
        if "uses" in step:
            assert re.fullmatch(r"(?:actions|github)/[\w./-]+@v\d+", step["uses"]), step["uses"]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: str(file.name))
def test_nothing_that_a_stranger_wrote_is_run(file: Path) -> None:
    """No words of a pull request (its title, its branch) stand in a command."""
    for step in steps(read(file)):
        assert "${{" not in step.get("run", "")
        assert step.get("with", {}).get("persist-credentials", False) is False


def test_pull_requests_are_checked_and_only_the_main_branch_is_published() -> None:
    triggers = PUBLISH[True]  # YAML 1.1 reads the key "on" as true
    assert triggers["push"]["branches"] == ["main"]
    assert "pull_request" in triggers
    assert PUBLISH["jobs"]["publish"]["if"] == "${{ github.event_name == 'push' }}"
    assert PUBLISH["jobs"]["publish"]["needs"] == "check"
    assert "if" not in PUBLISH["jobs"]["check"]


def test_the_report_is_kept_whatever_it_says() -> None:
    from everyway.building.report import FORMS, REPORT

    by_name = {step.get("name"): step for step in steps(PUBLISH)}
    kept, shown = by_name["Keep the report"], by_name["Show findings at their lines"]
    assert kept["with"]["path"] == f"build/{REPORT}/"
    assert shown["with"]["sarif_file"] == f"build/{REPORT}/{FORMS['sarif'][0]}"
    assert all("!cancelled()" in step["if"] for step in (kept, shown))


def test_any_continuous_integration_can_call_the_same_steps() -> None:
    script = ROOT / "scripts/prove"
    assert os.access(script, os.X_OK)
    assert "scripts/prove" in {step.get("run") for step in steps(PUBLISH)}
    subprocess.run(["bash", "-n", str(script)], check=True)
    text = script.read_text("utf-8")
    order = [text.index(part) for part in ('setup" test', "everyway build", "exec .venv/bin/everyway check --strict")]
    assert order == sorted(order)


def test_the_script_tells_why_nothing_was_built(tmp_path: Path) -> None:
    """With a build that fails, the check still writes its report, and the script fails."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / "scripts/prove").write_text((ROOT / "scripts/prove").read_text("utf-8"), "utf-8")
    for name, words in {
        "scripts/prove": None,
        "scripts/setup": "exit 0",
        ".venv/bin/everyway": f'echo "$@" >> {tmp_path}/said\n[ "$1" != build ]',
    }.items():
        file = tmp_path / name
        if words:
            file.write_text(f"#!/bin/sh\n{words}\n", "utf-8")
        file.chmod(0o755)
    run = subprocess.run([tmp_path / "scripts/prove"], check=False)
    assert run.returncode == 1
    assert (tmp_path / "said").read_text("utf-8").splitlines() == ["build", "check --strict --report"]
