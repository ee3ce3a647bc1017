"""What is shipped, and what is pinned: the wheel, the lock files and the continuous integration."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

ROOT = Path(__file__).parents[1]


def read_toml(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / name).read_text("utf-8"))


def shipped(folder: Path) -> set[str]:
    """Every file under a folder but Python's own caches, by its path from there."""
    files = (file.relative_to(folder) for file in folder.rglob("*") if file.is_file())
    return {file.as_posix() for file in files if "__pycache__" not in file.parts}


def test_the_wheel_ships_the_whole_package_and_every_theme(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, comes with scripts/setup test")
    subprocess.run(
        (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)),
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    package = {f"everyway/{name}" for name in shipped(ROOT / "scripts/everyway")}
    themes = {f"everyway/themes/{name}" for name in shipped(ROOT / "themes")}
    assert themes
    assert names == package | themes


def test_uv_lock_agrees_with_pyproject() -> None:
    project, lock = read_toml("pyproject.toml"), read_toml("uv.lock")
    (own,) = (package for package in lock["package"] if package["name"] == "everyway")

    def pinned(rows: list[dict[str, Any]]) -> set[str]:
        return {re.sub(r"\s", "", row["name"] + _extras(row) + row.get("specifier", "")) for row in rows}

    def wanted(rows: list[str]) -> set[str]:
        return {_sorted_bounds(re.sub(r"\s", "", row).lower()) for row in rows}

    def in_lock(rows: list[dict[str, Any]]) -> set[str]:
        return {_sorted_bounds(row) for row in pinned(rows)}

    of_extra = {
        name: [row for row in own["metadata"]["requires-dist"] if f"'{name}'" in row.get("marker", "")]
        for name in project["project"]["optional-dependencies"]
    }
    always = [row for row in own["metadata"]["requires-dist"] if "extra" not in row.get("marker", "")]
    assert in_lock(always) == wanted(project["project"]["dependencies"])
    assert {name: in_lock(rows) for name, rows in of_extra.items()} == {
        name: wanted(rows) for name, rows in project["project"]["optional-dependencies"].items()
    }
    groups = own["metadata"]["requires-dev"]
    assert {name: in_lock(rows) for name, rows in groups.items()} == {
        name: wanted(rows) for name, rows in project["dependency-groups"].items()
    }


def _extras(row: dict[str, Any]) -> str:
    return f"[{','.join(row['extras'])}]" if row.get("extras") else ""


def _sorted_bounds(requirement: str) -> str:
    name, bounds = re.fullmatch(r"([a-z0-9._-]+(?:\[[a-z0-9,]+\])?)(.*)", requirement).groups()  # type: ignore[union-attr]
    return name + ",".join(sorted(bounds.split(",")))


def test_the_builder_in_the_lock_is_the_builder_of_the_wheel() -> None:
    project = read_toml("pyproject.toml")
    (builder,) = project["build-system"]["requires"]
    assert builder in project["dependency-groups"]["setup"]


def test_the_lock_files_name_no_host_but_the_public_registries() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text("utf-8")))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"].values()
    from_where = {urlsplit(package["resolved"]).netloc for package in packages if "resolved" in package}
    assert from_where <= {"registry.npmjs.org"}


def test_npm_packages_are_pinned_exactly_and_with_their_hashes() -> None:
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all(package["integrity"].startswith("sha512-") for name, package in packages.items() if name)


def test_continuous_integration_may_only_read_and_runs_the_one_script() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    (job,) = workflow["jobs"].values()
    assert "bash .ci/run" in [step.get("run") for step in job["steps"]]
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in used)


@pytest.mark.parametrize(
    ("failing", "ran"),
    [("", ["test", "build", "check --strict"]), ("test", ["test"]), ("build", ["test", "build"])],
)
def test_the_ci_script_tests_then_builds_then_checks_and_stops_at_a_failure(
    tmp_path: Path, failing: str, ran: list[str]
) -> None:
    for name, said in (("scripts/test", "test"), ("scripts/build", "build"), (".venv/bin/everyway", "$*")):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'#!/bin/bash\necho "{said}"\n[ "{said}" != "{failing}" ]\n')
        file.chmod(0o755)
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci/run").write_text((ROOT / ".ci/run").read_text())
    done = subprocess.run(("bash", tmp_path / ".ci/run"), capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ran
    assert (done.returncode != 0) == bool(failing)
