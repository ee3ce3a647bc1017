"""Ace by DAISY on a book: every page in Chromium, and the metadata, for barriers that a program can find."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from everyway.checking.failure import Failure
from everyway.errors import ToolError
from everyway.tools import need_tool

_SECONDS = 300
_COLOURS = re.compile(r"\x1b\[\d+m")


def validate(path: Path) -> list[Failure]:
    """Give all violations in a book. ToolError when Node.js, Chromium or Ace is missing, or Ace gives no answer."""
    node, ace, chromium = need_tool("node"), need_tool("ace"), need_tool("chromium")
    with tempfile.TemporaryDirectory(prefix="everyway-ace-") as folder:
        # Ace and its browser write into the home folder. Ace ends well whatever it finds, and waits only five seconds
        # for the browser, which a busy machine may not manage.
        own = {
            "HOME": folder,
            "XDG_CONFIG_HOME": folder,
            "PUPPETEER_EXECUTABLE_PATH": str(chromium.path),
            "ACE_TIMEOUT_INITIAL": "60000",
        }
        report = Path(folder) / "report"
        command = (str(node.path), str(ace.path), "--force", "--outdir", str(report), str(path.resolve()))
        try:
            run = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_SECONDS,
                check=False,
                cwd=folder,
                env={**os.environ, **own},
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise _died(str(error)) from error
        try:
            return list(_failures(json.loads((report / "report.json").read_text("utf-8"))))
        except (OSError, ValueError, KeyError) as error:
            lines = _COLOURS.sub("", f"{run.stdout}\n{run.stderr}").splitlines()
            said = next((line.strip().removeprefix("error:").strip() for line in lines if "error" in line.lower()), "")
            raise _died(said or str(error)) from error


def _failures(report: Mapping[str, Any]) -> Iterator[Failure]:
    for page in report["assertions"]:
        for found in page["assertions"]:
            if found["earl:result"]["earl:outcome"] == "fail":
                result = found["earl:result"]
                message = " ".join(str(result["dct:description"]).split())
                about = _about(str(result.get("html", "")))
                yield Failure(
                    str(found["earl:test"]["dct:title"]), message + about, str(page["earl:testSubject"]["url"])
                )


def _about(html: str) -> str:
    """What an element says, or the file of the picture that it shows, in words to be added."""
    words = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    source = re.search(r"""\ssrc=["']([^"']+)["']""", html)
    told = words or (source[1].rpartition("/")[2] if source else "")
    return f" It is about “{' '.join(told.split()[:8])}”." if told else ""


def _died(why: str) -> ToolError:
    return ToolError(
        "ace-failed",
        f"Ace by DAISY gave no answer: {why}.",
        why="Whether the book has barriers that Ace would find is not known.",
        fix="See whether Node.js and Chromium work: everyway doctor",
    )
