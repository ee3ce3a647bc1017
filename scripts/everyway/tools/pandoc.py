"""Pandoc, run in its sandbox: a document tree in, the bytes of a file out, and its own words when it fails."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from everyway.errors import ToolError
from everyway.tools import need_tool

_SECONDS = 120


def run_pandoc(tree: Mapping[str, object], kind: str, reference: bytes) -> bytes:
    """The file of that kind ("docx") that pandoc makes of its own document tree, with the styles of a reference file.

    In its sandbox pandoc reads nothing but the two files named here and opens no network: pictures are in the tree, as
    `data:` addresses. ToolError with the last of its own words when it is missing, fails, warns or does not end.
    """
    tool = need_tool("pandoc")
    with TemporaryDirectory(prefix="everyway-") as folder:
        given, model, made = (Path(folder) / name for name in ("tree.json", f"reference.{kind}", f"made.{kind}"))
        given.write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
        model.write_bytes(reference)
        options = ("--sandbox", "--from=json", f"--to={kind}", f"--reference-doc={model}", "--fail-if-warnings")
        command = (str(tool.path), *options, f"--output={made}", str(given))
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
            return made.read_bytes()
        except subprocess.CalledProcessError as error:
            raise _failed(error.stderr.decode("utf-8", "replace").strip()) from error
        except (OSError, subprocess.TimeoutExpired) as error:
            raise _failed(str(error)) from error


def _failed(said: str) -> ToolError:
    last = said.splitlines()[-1] if said else "it did not say why"
    return ToolError(
        "pandoc-failed",
        f"Pandoc could not do its work: {last}",
        why="Word documents are made with it.",
        fix="Run the command again. If it fails again, see whether pandoc is whole and the disk has room.",
    )
