"""The Nu HTML checker on a whole folder, in one Java process that runs beside the browser."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from everyway.checking.nearest import id_at_line
from everyway.checking.web.verdict import Sighting
from everyway.errors import ToolError
from everyway.tools import Tool, need_tool

_SECONDS = 180
_NOT_FROM_DISK = "Resource violates Content Security Policy"
"""Files read from disk have no origin, so that nothing is of the site itself; Chromium tells what a policy refuses."""


@dataclass(frozen=True, slots=True)
class NuRun:
    """The checker at work on a folder."""

    folder: Path
    java: Tool
    version: str
    process: subprocess.Popen[str]

    def sightings(self) -> tuple[Sighting, ...]:
        """Waits for the checker and gives what it found; ToolError when it died or took over three minutes."""
        try:
            answer, complaint = self.process.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired as error:
            self.process.kill()
            self.process.communicate()
            raise _died(self.java, f"it took longer than {_SECONDS} seconds") from error
        try:
            messages = json.loads(answer)["messages"]
        except (ValueError, KeyError) as error:
            raise _died(self.java, (complaint or answer).strip()[:300] or "it said nothing") from error
        return tuple(_sightings(messages, self.folder))


@contextmanager
def start_nu(folder: Path) -> Iterator[NuRun]:
    """Starts the checker on every HTML file of a folder, until the context closes; ToolError when it is missing."""
    java, jar = need_tool("java"), need_tool("nu")
    folder = folder.resolve()
    options = ("--skip-non-html", "--stdout", "--exit-zero-always", "--format", "json")
    process = subprocess.Popen(
        (str(java.path), "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", str(jar.path), *options, str(folder)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    with process:
        try:
            yield NuRun(folder, java, jar.version, process)
        finally:
            process.kill()


def _sightings(messages: list[Mapping[str, object]], folder: Path) -> Iterator[Sighting]:
    for message in messages:
        path = Path(unquote(urlsplit(str(message.get("url", ""))).path))
        page = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
        if str(message.get("message", "")).startswith(_NOT_FROM_DISK):
            continue
        rule = "WEB003" if message.get("type") in {"error", "non-document-error"} else "WEB004"
        place = f"line {message['lastLine']}" if "lastLine" in message else ""
        near = _near(path, message.get("lastLine"))
        yield Sighting(rule, str(message.get("message", "")), page, place, near=near)


def _near(path: Path, line: object) -> str:
    """The id that stands before the end of a line of a page."""
    if not isinstance(line, int) or not path.is_file():
        return ""
    return id_at_line(path.read_text("utf-8", "replace"), line)


def _died(java: Tool, why: str) -> ToolError:
    return ToolError(
        "nu-died",
        f"The Nu HTML checker gave no answer: {why}.",
        why="Whether the HTML is valid is not known.",
        fix=f"Look whether Java works: {java.path} -version",
    )
