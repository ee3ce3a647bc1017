"""An edition as one WAV: for studios, and to make other formats from."""

from __future__ import annotations

import wave
from collections.abc import Mapping, Sequence
from pathlib import Path

from everyway.model import Artifact, Edition, Publication
from everyway.writing.audio.facts import artifact, facts_of, recording_in, target
from everyway.writing.audio.lossless import samples_of
from everyway.writing.parts import Parts

NAME = "wav"


def make_wav(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path, parts: Parts
) -> Sequence[Artifact]:
    """One channel of 16-bit samples at the voice's own rate. Facts: those of every spoken format, and `rate`."""
    recording = recording_in(parts)
    file = target(publication, edition, NAME, ".wav", folder)
    aside = file.with_name(file.name + ".part")
    count = 0
    try:
        with wave.open(str(aside), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(recording.rate)
            for track in recording.tracks:
                samples = samples_of(track)
                sound.writeframesraw(samples.astype("<i2", copy=False).tobytes())
                count += len(samples)
        aside.replace(file)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    facts = {**facts_of(recording, count / recording.rate), "rate": recording.rate}
    return [artifact(NAME, edition, file, "audio/wav", facts)]
