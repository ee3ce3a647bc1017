"""Where outside tools are found: variable, then project, then PATH; and what is said of one that is missing."""

from pathlib import Path

import pytest

from everyway import tools
from everyway.errors import ToolError
from everyway.tools import TOOLS, Missing, Tool, Wanted, find_tool, find_tools, need_tool
from everyway.tools.versions import asked
from everyway.tools.whereabouts import command, in_node_modules, in_package, library, module


@pytest.fixture
def speaking_tool(tmp_path: Path) -> Path:
    tool = tmp_path / "tool"
    tool.write_text("#!/bin/sh\necho tool 12.3.4 of today\n", "utf-8")
    tool.chmod(0o755)
    return tool


def test_a_variable_comes_before_everything_else(monkeypatch: pytest.MonkeyPatch, speaking_tool: Path) -> None:
    monkeypatch.setenv("EVERYWAY_GIT", str(speaking_tool))
    found = find_tool("git")
    assert isinstance(found, Tool)
    assert found.path == speaking_tool
    assert found.found == "named by EVERYWAY_GIT"
    assert found.version == "12.3.4"


def test_a_variable_that_names_nothing_is_not_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EVERYWAY_GIT", str(tmp_path / "nowhere"))
    found = find_tool("git")
    assert isinstance(found, Missing)
    assert "EVERYWAY_GIT names" in found.reason


def test_ways_are_tried_in_order(monkeypatch: pytest.MonkeyPatch, speaking_tool: Path) -> None:
    monkeypatch.setenv("PATH", str(speaking_tool.parent))
    row = Wanted(
        name="probe",
        title="Probe",
        purpose="is looked for",
        ways=(in_package("no_such_package", "bin/tool"), in_node_modules("no-such/tool.js"), command("absent", "tool")),
        version=asked("--version"),
        bring="make probe",
    )
    monkeypatch.setattr(tools, "TOOLS", (row,))
    found = find_tool("probe")
    assert isinstance(found, Tool)
    assert (found.path, found.found) == (speaking_tool, "on PATH")


def test_a_missing_tool_says_where_it_was_looked_for_and_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Wanted(
        name="probe",
        title="Probe",
        purpose="is looked for",
        ways=(module("no_such_package"), command("no-such-command"), library("no-such-library", "libnosuch.so.9")),
        version=asked("--version"),
        bring="make probe",
    )
    monkeypatch.setattr(tools, "TOOLS", (row,))
    found = find_tool("probe")
    assert isinstance(found, Missing)
    assert found.reason == ("not found in the Python environment and not on PATH and not among the system's libraries")
    with pytest.raises(ToolError) as raised:
        need_tool("probe")
    assert raised.value.slug == "probe-missing"
    assert "make probe" in raised.value.fix


def test_a_tool_that_does_not_speak_has_no_known_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    silent = tmp_path / "silent"
    silent.write_text("not a program", "utf-8")
    monkeypatch.setenv("EVERYWAY_GIT", str(silent))
    found = find_tool("git")
    assert isinstance(found, Tool)
    assert found.version == "unknown version"


def test_an_unknown_name_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        find_tool("hammer")


def test_each_row_is_complete_and_each_tool_that_is_here_tells_its_version() -> None:
    assert len({row.name for row in TOOLS}) == len(TOOLS)
    for row in TOOLS:
        assert row.ways and row.bring and row.purpose, row.name
    for tool in find_tools():
        if isinstance(tool, Tool):
            assert tool.version[0].isdigit(), f"{tool.name} at {tool.path} says {tool.version}"
        else:
            assert tool.reason
