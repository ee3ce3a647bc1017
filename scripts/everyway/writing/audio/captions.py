"""WebVTT (W3C): a cue for each sentence, whose id is the sentence's; or one for each word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from everyway.speech.timeline import Clip
from everyway.writing.audio.placed import Placed

HEAD = "WEBVTT\n"


def captions(chapters: Iterable[Placed], language: str) -> str:
    """The sentences as they are written, each with the id that it has on the site and in every format."""
    rows = ((clip.id, start, end, _told(clip, language)) for one in chapters for clip, start, end in one.clips())
    return HEAD + "".join(_cue(*row) for row in rows)


def words(chapters: Iterable[Placed]) -> str:
    """The words as they are said; a cue's id is the sentence's and the number of the word in it ("s12.3")."""
    return HEAD + "".join(_cue(*row) for one in chapters for row in _words(one))


def _words(chapter: Placed) -> Iterator[tuple[str, float, float, str]]:
    for clip in chapter.track.chapter.clips:
        for number, word in enumerate(clip.words, 1):
            start, end = chapter.heard(word.start), chapter.heard(word.end)
            yield f"{clip.id}.{number}", start, end, _escaped(word.text)


def _told(clip: Clip, language: str) -> str:
    text = _escaped(clip.text)
    return text if clip.language == language else f"<lang {clip.language}>{text}</lang>"


def _cue(name: str, start: float, end: float, text: str) -> str:
    return f"\n{name}\n{_time(start)} --> {_time(end)}\n{text}\n"


def _time(seconds: float) -> str:
    whole = round(seconds * 1000)
    minutes, milliseconds = divmod(whole, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"


def _escaped(text: str) -> str:
    """Text of a cue in one line: what would be a tag, a timing or the end of the cue is not."""
    return " ".join(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").split())
