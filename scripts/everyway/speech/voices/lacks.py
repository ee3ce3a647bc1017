"""What a voice lacks on this machine, and what brings it."""

from __future__ import annotations

from everyway.speech.voices import kokoro_files
from everyway.speech.voices.table import Voice
from everyway.tools import Missing, find_tool


def lack_of(voice: Voice) -> tuple[str, str]:
    """What is missing for a voice to speak, in words, and the line that brings it; ("", "") for a voice that is here.

    Quick: nothing is started and no model is read.
    """
    tool = find_tool("espeak-ng")
    if isinstance(tool, Missing):
        return f"{tool.wanted.title} is {tool.reason}", tool.bring
    if voice.engine == "kokoro" and (reason := kokoro_files.missing(voice.inside)):
        return reason, kokoro_files.BRING
    if voice.engine == "hibari" and (reason := kokoro_files.missing_package()):
        return reason, kokoro_files.BRING
    return "", ""
