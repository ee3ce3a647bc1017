"""FFmpeg, run to its end without a terminal: bytes in, bytes out, and its own words when it fails."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

from everyway.errors import ToolError
from everyway.tools import need_tool

_SECONDS = 600

EXACT = ("-fflags", "+bitexact", "-flags", "+bitexact")
"""Options of an output: no dates, no name of the encoder, the same bytes every time."""


def run_ffmpeg(arguments: Sequence[str], given: bytes = b"") -> bytes:
    """What FFmpeg writes to its standard output (`pipe:1`) when it reads `given` from its input (`pipe:0`).

    ToolError with the last of its own words when it is missing, fails or does not end.
    """
    tool = need_tool("ffmpeg")
    command = (str(tool.path), "-hide_banner", "-v", "error", "-y", *arguments)
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=_SECONDS, check=True)
    except subprocess.CalledProcessError as error:
        raise _failed(error.stderr.decode("utf-8", "replace").strip()) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed(str(error)) from error
    return done.stdout


def ffmpeg_version() -> str:
    """FFmpeg's version; ToolError when it is missing."""
    return need_tool("ffmpeg").version


def _failed(said: str) -> ToolError:
    last = said.splitlines()[-1] if said else "it did not say why"
    return ToolError(
        "ffmpeg-failed",
        f"FFmpeg could not do its work: {last}",
        why="Audiobooks are made with it.",
        fix="Run the command again. If it fails again, see whether FFmpeg is whole and the disk has room.",
    )
