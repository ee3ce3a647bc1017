"""EPUBCheck's judgement of a book: the checker of the standard's own makers, in a Java process of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from everyway.checking.failure import Failure
from everyway.errors import ToolError
from everyway.tools import need_tool

_SECONDS = 180
_TOLD = ("FATAL", "ERROR", "WARNING")


def validate(path: Path) -> list[Failure]:
    """Give all errors and warnings of a book: none means it conforms to EPUB 3.3.

    ToolError when Java or EPUBCheck is missing, or gives no answer.
    """
    java, jar = need_tool("java"), need_tool("epubcheck")
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true")
    command = (str(java.path), *quick, "-jar", str(jar.path), str(path), "--json", "-", "--quiet")
    try:
        run = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
        return list(_failures(json.loads(run.stdout)["messages"]))
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError) as error:
        raise _died(str(error)) from error


def _failures(messages: Sequence[Mapping[str, object]]) -> Iterator[Failure]:
    for message in messages:
        if message["severity"] in _TOLD:
            places = cast("Sequence[Mapping[str, object]]", message["locations"])
            where = f"{places[0]['path']}, line {places[0]['line']}" if places else ""
            more = f" (and {len(places) - 1} more like this)" if len(places) > 1 else ""
            yield Failure(str(message["ID"]), f"{message['message']}{more}", where)


def _died(why: str) -> ToolError:
    return ToolError(
        "epubcheck-failed",
        f"EPUBCheck gave no answer: {why}.",
        why="Whether every reading system can open the book is not known.",
        fix="See whether Java works: everyway doctor",
    )
