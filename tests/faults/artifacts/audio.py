"""Faults planted in clean audio: in the sound, in its tag, and in the captions, words and transcript beside it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from everyway.model import Artifact, Source
from everyway.speech import mpeg
from everyway.speech.encoding import to_mp3
from everyway.writing.audio.id3 import Mark, tag
from everyway.writing.audio.lossless import samples_of
from everyway.writing.audio.mp3 import make_mp3
from tests.faults.planting import SETTINGS, folder_for, planted, publication
from tests.writing.audio.recorded import parts, recording
from tests.writing.audio.tags import read_tag

RATE = 22050


@cache
def clean() -> tuple[Artifact, ...]:
    """The MP3 of the small publication, said in tones, and the files beside it."""
    return tuple(make_mp3(publication(), publication().edition("plan"), {}, folder_for("audio"), parts()))


def spoilt(spoil: Callable[[Path], None], folder: Path) -> Artifact:
    for one in clean():
        shutil.copy(one.path, folder)
    wanted = next(one for one in clean() if one.format == "mp3")
    spoil(folder / wanted.path.name)
    return replace(wanted, path=folder / wanted.path.name)


def captions(ending: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        file = path.with_suffix(ending)
        before = file.read_text("utf-8")
        after = change(before)
        assert after != before
        file.write_text(after, "utf-8")

    return spoil


def both(*spoils: Callable[[Path], None]) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        for one in spoils:
            one(path)

    return spoil


def sound(change: Callable[[NDArray[np.int16]], NDArray[np.generic]]) -> Callable[[Path], None]:
    """The sound changed, and encoded again chapter by chapter behind the same tag."""

    def spoil(path: Path) -> None:
        content = path.read_bytes()
        head = content[: read_tag(content).size]
        tracks = [samples_of(track) for track in recording().tracks]
        tracks[1] = np.asarray(change(tracks[1]), np.int16)
        path.write_bytes(head + b"".join(to_mp3(samples, RATE) for samples in tracks))

    return spoil


def tagged(change: Callable[[list[Mark]], None] = lambda marks: None, **texts: str) -> Callable[[Path], None]:
    """Another tag before the same sound."""

    def spoil(path: Path) -> None:
        content = path.read_bytes()
        told = read_tag(content)
        marks = [Mark(title, start, end) for _, title, start, end in told.chapters]
        change(marks)
        cover = b"" if texts.get("cover") == "none" else told.cover
        own = [(name, texts.get(name, value)) for name, value in told.texts.items()]
        path.write_bytes(tag(own, marks, cover) + content[told.size :])

    return spoil


def without_cue(text: str) -> str:
    """The third cue is gone, and the second lasts as long as both did."""
    cues = text.split("\n\n")
    second, third = cues[2], cues[3]
    end = third.split(" --> ")[1].split("\n")[0]
    cues[2] = re.sub(r"--> \S+", f"--> {end}", second)
    del cues[3]
    return "\n\n".join(cues)


def sentence_twice(text: str) -> str:
    cues = text.split("\n\n")
    cues[4] = cues[3].split("\n")[0] + "\n" + cues[4].split("\n", 1)[1]
    return "\n\n".join(cues)


def moved(text: str, by: int, *, number: int = 8) -> str:
    """The start of a cue moved by so many seconds."""
    cues = text.split("\n\n")
    name, times, words = cues[number].split("\n")
    start, end = times.split(" --> ")
    clock = [float(part) for part in start.split(":")]
    cues[number] = f"{name}\n{int(clock[0]):02}:{int(clock[1]):02}:{clock[2] + by:06.3f} --> {end}\n{words}"
    return "\n\n".join(cues)


def replaced_mark(number: int, **values: object) -> Callable[[list[Mark]], None]:
    def change(marks: list[Mark]) -> None:
        marks[number] = replace(marks[number], **values)  # type: ignore[arg-type]

    return change


def later(marks: list[Mark]) -> None:
    """The second chapter begins a second late, among the words."""
    marks[0] = replace(marks[0], end=marks[0].end + 1300)
    marks[1] = replace(marks[1], start=marks[1].start + 1300)


def burst(samples: NDArray[np.int16], level: float) -> NDArray[np.generic]:
    loud = samples.copy()
    wave = np.clip(level * 32767 * np.sin(np.arange(1500) * 0.1), -32768, 32767)
    loud[80000:81500] = wave.astype(np.int16)
    return loud


def hole(samples: NDArray[np.int16]) -> NDArray[np.generic]:
    quiet = samples.copy()
    quiet[30000 : 30000 + 4 * RATE] = 0
    return quiet


def shortened(path: Path) -> None:
    content = path.read_bytes()
    size = read_tag(content).size
    frames = list(mpeg.frames(content[size:]))
    path.write_bytes(content[: size + frames[-200].start])


def no_sound(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: read_tag(content).size] + b"no sound at all " * 100)


CHANGES: list[tuple[str, str, Callable[[Path], None]]] = [
    (
        "AUD001",
        "altered",
        both(*(captions(end, lambda text: text.replace("hardy", "hasty")) for end in (".vtt", ".txt"))),
    ),
    ("AUD002", "overlap", captions(".vtt", lambda text: moved(text, -1))),
    ("AUD002", "after the end", captions(".vtt", lambda text: re.sub(r"--> 00:01:(.*\n.*\n)$", r"--> 00:04:\1", text))),
    ("AUD003", "quiet", sound(lambda samples: samples * 0.5)),
    ("AUD004", "peak", sound(lambda samples: burst(samples, 0.93))),
    ("AUD005", "silence", sound(hole)),
    ("AUD006", "clipped", sound(lambda samples: burst(samples, 99.0))),
    ("AUD007", "title", tagged(replaced_mark(2, title="Something else"))),
    ("AUD007", "late", tagged(later)),
    ("AUD007", "gap", tagged(replaced_mark(1, end=20_000))),
    ("AUD007", "no marks", tagged(lambda marks: marks.clear())),
    ("AUD008", "no sound", no_sound),
    ("AUD009", "short", shortened),
    ("AUD010", "late", captions(".words.vtt", lambda text: moved(text, 3))),
    ("AUD010", "much later", captions(".words.vtt", lambda text: moved(text, 3, number=40))),
    ("AUD010", "of nothing", captions(".words.vtt", lambda text: text.replace("\n\n", "\n\nx", 1))),
    ("AUD011", "left out", captions(".txt", lambda text: text.replace("Sharpen every blade.\n", ""))),
    ("AUD012", "no times", captions(".vtt", lambda text: text.replace(" --> ", " -> ", 1))),
    ("AUD012", "open mark", captions(".vtt", lambda text: text.replace("hardy", "<b>hardy"))),
    ("AUD012", "other file", captions(".words.vtt", lambda text: text.replace("WEBVTT", "WEB"))),
    ("AUD012", "missing", lambda path: path.with_suffix(".txt").unlink()),
    ("AUD014", "title", tagged(TIT2="Untitled")),
    ("AUD014", "language", tagged(TLAN="")),
    ("AUD014", "cover", tagged(cover="none")),
]

LINES: dict[str, int | Source] = {
    "altered AUD001": 12,
    "overlap AUD002": 5,
    "silence AUD005": 1,
    "clipped AUD006": 3,
    "title AUD007": 40,
    "late AUD007": 1,
    "gap AUD007": 40,
    "no marks AUD007": 1,
    "much later AUD010": 5,
    "left out AUD011": 42,
    "open mark AUD012": 12,
    "title AUD014": SETTINGS,
}
"""The line that is to be named."""

FAULTS = tuple(
    planted("mp3", f"{name} {rule}", rule, partial(spoilt, spoil), LINES.get(f"{name} {rule}"))
    for rule, name, spoil in CHANGES
)
