"""An edition as audio CDs: a folder for each disc with its tracks and the sheet that burning programs read."""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
import wave
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from everyway.model import Artifact, Edition, Publication
from everyway.speech.recording import Track
from everyway.tools.ffmpeg import EXACT, run_ffmpeg
from everyway.writing.audio.facts import facts_of, recording_in, target
from everyway.writing.audio.lossless import samples_of
from everyway.writing.audio.pieces import Piece, discs_of, pieces_of
from everyway.writing.parts import Parts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAME = "cd"

RATE = 44100
SECTOR = 588
"""Samples in the smallest piece of a disc, a 75th of a second: a track that is no multiple of it clicks at its end."""


def make_cd(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path, parts: Parts
) -> Sequence[Artifact]:
    """A folder with `disc-1`, `disc-2`...: each holds WAV tracks of two channels and a cue sheet.

    Facts: those of every spoken format, `discs`, and `tracks` on all of them.
    """
    recording = recording_in(parts)
    discs = discs_of(pieces_of(recording.tracks))
    place = target(publication, edition, NAME, "", folder)
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        made = Path(aside) / "discs"
        for number, disc in enumerate(discs, 1):
            _write_disc(made / f"disc-{number}", disc, _title(edition, number, len(discs)), publication.publisher)
        if place.exists():
            shutil.rmtree(place)
        made.replace(place)
    files = [file for file in place.rglob("*") if file.is_file()]
    seconds = sum(piece.seconds for disc in discs for piece in disc)
    facts = {**facts_of(recording, seconds), "discs": len(discs), "tracks": sum(map(len, discs))}
    return [Artifact(NAME, edition.name, place, "audio/wav", sum(file.stat().st_size for file in files), facts)]


def _title(edition: Edition, number: int, count: int) -> str:
    return edition.title if count == 1 else f"{edition.title} ({number}/{count})"


def _write_disc(folder: Path, disc: Sequence[Piece], title: str, publisher: str) -> None:
    folder.mkdir(parents=True)
    for number, piece in enumerate(disc, 1):
        with wave.open(str(folder / _file(number)), "wb") as sound:
            sound.setnchannels(2)
            sound.setsampwidth(2)
            sound.setframerate(RATE)
            sound.writeframes(_both_ears(_cut(piece)).tobytes())
    sheet = "\r\n".join(_sheet(disc, title, publisher)) + "\r\n"
    (folder / "disc.cue").write_bytes(sheet.encode("latin-1", "replace"))


def _file(number: int) -> str:
    return f"track-{number:02}.wav"


def _cut(piece: Piece) -> NDArray[np.int16]:
    """The samples of a piece; it ends at a whole sector, and so the next begins with what is left over."""
    import numpy as np

    whole = _resampled(piece.track)
    start, end = (round(time * RATE / SECTOR) * SECTOR for time in (piece.start, piece.end))
    cut = whole[start:end]
    return np.pad(cut, (0, end - start - len(cut)))


@lru_cache(maxsize=1)
def _resampled(track: Track) -> NDArray[np.int16]:
    """A chapter at the rate of CDs; its pieces follow one another, so only the last is kept."""
    import numpy as np

    given = ("-f", "s16le", "-ar", str(track.rate), "-ac", "1", "-i", "pipe:0")
    wanted = ("-ar", str(RATE), *EXACT, "-f", "s16le", "pipe:1")
    return np.frombuffer(run_ffmpeg((*given, *wanted), samples_of(track).astype("<i2", copy=False).tobytes()), "<i2")


def _both_ears(samples: NDArray[np.int16]) -> NDArray[np.int16]:
    import numpy as np

    return np.repeat(samples.astype("<i2", copy=False), 2)


def _sheet(disc: Sequence[Piece], title: str, publisher: str) -> Iterator[str]:
    yield f"PERFORMER {_quoted(publisher)}"
    yield f"TITLE {_quoted(title)}"
    for number, piece in enumerate(disc, 1):
        yield f'FILE "{_file(number)}" WAVE'
        yield f"  TRACK {number:02} AUDIO"
        yield f"    TITLE {_quoted(piece.title)}"
        yield "    INDEX 01 00:00:00"


def _quoted(text: str) -> str:
    """Text as cue sheets and the text of CDs take it: in quotation marks, in Latin-1, in one line."""
    plain = " ".join(text.replace('"', "'").translate(_PLAIN).split())
    return f'"{unicodedata.normalize("NFC", plain)}"'


_PLAIN = str.maketrans({"“": "'", "”": "'", "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."})
