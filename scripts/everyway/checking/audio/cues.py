"""WebVTT files as players read them: strictly, so that what one player forgives is found before another does not."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_TIMES = re.compile(r"(\d\d+):([0-5]\d):([0-5]\d)\.(\d{3}) --> (\d\d+):([0-5]\d):([0-5]\d)\.(\d{3})")
_TAG = re.compile(r"</?(?:lang(?: [A-Za-z0-9-]+)?)>")


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption: `text` is what is shown, without marks; times in seconds."""

    id: str
    start: float
    end: float
    text: str


def read_cues(content: str) -> tuple[Cue, ...]:
    """The cues of a WebVTT file in order, each with an id; ValueError says what a player would stumble over."""
    head, *parts = content.rstrip("\n").split("\n\n")
    if head != "WEBVTT":
        raise ValueError("its first line is not WEBVTT")
    return tuple(map(_cue, parts))


def _cue(part: str) -> Cue:
    name, times, *lines = [*part.split("\n"), "", ""][: max(3, part.count("\n") + 1)]
    found = _TIMES.fullmatch(times)
    if not name or "-->" in name or not found:
        raise ValueError(f"a caption has no id, or no times: “{part[:60]}”")
    text = _TAG.sub("", "\n".join(lines))
    if "<" in text or "-->" in text or re.search(r"&(?!amp;|lt;|gt;)", text):
        raise ValueError(f"a caption has a mark that is not closed off: “{text[:60]}”")
    numbers = [int(number) for number in found.groups()]
    start, end = (
        hours * 3600 + minutes * 60 + seconds + milliseconds / 1000
        for hours, minutes, seconds, milliseconds in (numbers[:4], numbers[4:])
    )
    return Cue(name, start, end, html.unescape(text))
