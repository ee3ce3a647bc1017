"""What is said, as text: for people who would rather read it, or cannot hear it (WCAG 2.2 1.2.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from everyway.speech.timeline import TimedChapter
from everyway.speech.utterance import Kind


def transcript(chapters: Iterable[TimedChapter]) -> str:
    """A line for each sentence as it is written, and an empty line around each heading."""
    return "\n\n".join("\n\n".join(_paragraphs(chapter)) for chapter in chapters) + "\n"


def _paragraphs(chapter: TimedChapter) -> Iterator[str]:
    runs = groupby(chapter.clips, key=lambda clip: clip.id if clip.kind is Kind.HEADING else "")
    for _, clips in runs:
        yield "\n".join(" ".join(clip.text.split()) for clip in clips)
