"""The rules of the house, held by looking at the code: imports one way, small files, light start, rules in use."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "scripts" / "everyway"
FILES = sorted(PACKAGE.rglob("*.py"))

ROWS = (
    {"__init__", "model", "findings", "errors", "wording", "manifest", "themes", "tools", "cache", "memory"},
    {"reading", "speech", "tagging", "braille"},
    {"reporting", "checking", "writing"},
    {"building"},
    {"cli", "__main__"},
)
"""The rooms, lowest first. A room imports from lower rows and, in the lowest row only, from its own."""

ROW_OF = {room: number for number, row in enumerate(ROWS) for room in row}

LONGEST = 400
MEDIAN = 150

HEAVY = {"weasyprint", "mkdocs", "dask", "playwright", "pikepdf", "page", "jpype", "yaml", "jinja2", "markdown_it"}
HEAVY |= {"pypdfium2", "numpy", "scipy", "soundfile", "pyloudnorm", "lameenc", "num2words", "pyttsx3"}
HEAVY |= {"wordfreq", "msgpack"}


def room_of(module: str) -> str:
    """The room of a dotted module of the package ("everyway.checking.gate" is in "checking")."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def name_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(file: Path) -> Iterator[str]:
    """Every module of the package that a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "everyway")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            if node.module and node.module.split(".")[0] == "everyway":
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_room_is_on_the_map() -> None:
    rooms = {name_of(file).split(".")[1] for file in FILES if file.parent != PACKAGE or file.stem != "__init__"}
    assert rooms <= set(ROW_OF)


@pytest.mark.parametrize("file", FILES, ids=lambda file: name_of(file))
def test_imports_go_one_way(file: Path) -> None:
    here = room_of(name_of(file))
    wrong = []
    for module in imports_of(file):
        there = room_of(module)
        if there not in ROW_OF:  # a name of everyway/__init__.py, such as __version__
            there = "__init__"
        down = ROW_OF[there] < ROW_OF[here] or ROW_OF[there] == ROW_OF[here] == 0
        if there != here and not down:
            wrong.append(module)
    assert not wrong, f"{name_of(file)} must not import {', '.join(wrong)}"


def test_no_file_is_long_and_most_are_short() -> None:
    lengths = {name_of(file): len(file.read_text("utf-8").splitlines()) for file in FILES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
    assert statistics.median(lengths.values()) < MEDIAN


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"]], ids=" ".join)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom everyway.cli import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *{name.split('.')[0] for name in sys.modules})"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split("LOADED", 1)[1].split())
    assert loaded & HEAVY == set()
    assert "everyway" in loaded


PROGRAMS = {"everyway.speech.voices.worker"}
"""Modules that are processes of their own, which nobody imports: they may end."""


def test_only_the_command_line_prints_or_exits() -> None:
    found = []
    for file in FILES:
        if room_of(name_of(file)) in ("cli", "__main__") or name_of(file) in PROGRAMS:
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                if called in ("print", "input", "exit", "quit", "sys.exit", "os._exit"):
                    found.append(f"{name_of(file)}:{node.lineno} {called}")
    assert found == []


def rule_files() -> list[Path]:
    return sorted((PACKAGE / "checking" / "rules").glob("*.toml"))


def test_rules_and_code_name_each_other() -> None:
    """Every rule is raised somewhere, and every code that the code names is a rule."""
    known = {code for file in rule_files() for code in tomllib.loads(file.read_text("utf-8"))}
    prefixes = "|".join(sorted({code.rstrip("0123456789") for code in known}))
    named = set()
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named.update(re.findall(rf"^(?:{prefixes})\d{{3}}$", node.value))
    assert named - known == set(), "raised, but there is no such rule"
    assert known - named == set(), "never raised"


def test_rules_are_told_in_full_sentences() -> None:
    for file in rule_files():
        for code, rule in tomllib.loads(file.read_text("utf-8")).items():
            assert rule["level"] in ("error", "advice", "manual"), code
            assert rule.get("who", "editor") in ("editor", "theme", "maintainer"), code
            assert not rule["title"].endswith("."), code
            for key in ("why", "fix"):
                assert rule[key].rstrip("”’)").endswith((".", "?", "!")) or rule[key].endswith(".”"), f"{code} {key}"


def test_no_rule_code_stands_in_two_files() -> None:
    codes = [code for file in rule_files() for code in tomllib.loads(file.read_text("utf-8"))]
    assert len(codes) == len(set(codes))
