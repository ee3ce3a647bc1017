"""Where each chapter begins, and when each sentence is heard, in one file of all chapters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from everyway.speech.recording import Track
from everyway.speech.timeline import Clip


@dataclass(frozen=True, slots=True)
class Placed:
    """A chapter in an MP3: from `start` to `end`, in seconds; the sound of its clips begins `delay` after its start."""

    track: Track
    start: float

    @property
    def end(self) -> float:
        """Where the next chapter begins."""
        return self.start + self.track.mp3_seconds

    def clips(self) -> Iterator[tuple[Clip, float, float]]:
        """Each clip with the time from which and until which it is heard, never after the file's end."""
        by = self.start + self.track.delay
        for clip in self.track.chapter.clips:
            yield clip, by + clip.start, min(by + clip.end, self.end)

    def heard(self, time: float) -> float:
        """When something is heard that is at this time of the chapter's own clock."""
        return min(self.start + self.track.delay + time, self.end)


def placed(tracks: Iterable[Track]) -> Iterator[Placed]:
    """The chapters one after another."""
    start = 0.0
    for track in tracks:
        yield Placed(track, start)
        start += track.mp3_seconds
