"""Captions, words and transcript against the model: every sentence once, in order, at a time that can be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from everyway.checking.audio.cues import Cue
from everyway.findings import Finding
from everyway.model import Edition, Sentence
from everyway.model.walk import plain_text, sections_of, sentences_in, sentences_of

PAUSE = 3.0
"""Seconds: between two chapters there may be some silence that belongs to neither."""

MILLISECOND = 0.0015
"""Seconds: times are rounded to thousandths."""


def sentences(cues: Sequence[Cue], edition: Edition) -> Iterator[Finding]:
    """AUD001: sentences that are missing, told twice, told otherwise, or not in their place."""
    counts = Counter(cue.id for cue in cues)
    texts = {cue.id: _plain(cue.text) for cue in cues}
    ours = {sentence.id for stream in _streams(edition) for sentence in stream}
    for name, count in counts.items():
        if count > 1 and name not in ours:
            yield Finding("AUD001", f"“{_short(texts[name])}” is in the captions {count} times.", place=name)
    places = {cue.id: number for number, cue in enumerate(cues)}
    for stream in _streams(edition):
        last = -1
        for sentence in stream:
            text = _plain(plain_text(sentence.inlines))
            if not text:
                continue
            told = f"“{_short(text)}”"
            if sentence.id not in counts:
                yield Finding("AUD001", f"{told} is not in the captions.", sentence.source)
                continue
            if counts[sentence.id] > 1:
                yield Finding("AUD001", f"{told} is in the captions {counts[sentence.id]} times.", sentence.source)
            if text not in texts[sentence.id]:
                message = f"{told} is told otherwise: “{_short(texts[sentence.id])}”."
                yield Finding("AUD001", message, sentence.source)
            if places[sentence.id] < last:
                yield Finding("AUD001", f"{told} is not told in its place.", sentence.source)
            last = max(last, places[sentence.id])


def times(cues: Sequence[Cue], seconds: float) -> Iterator[Finding]:
    """AUD002: captions that end before they begin, overlap, leave a gap, or lie outside the sound."""
    for cue in cues:
        if cue.end <= cue.start:
            yield Finding("AUD002", f"The caption “{_short(cue.text)}” ends before it begins.", place=cue.id)
    for one, two in pairwise(cues):
        if two.start < one.end - MILLISECOND:
            message = f"The caption “{_short(two.text)}” begins before the one before it ends."
            yield Finding("AUD002", message, place=two.id)
        elif two.start > one.end + PAUSE:
            message = f"Before the caption “{_short(two.text)}” there is none for {two.start - one.end:.1f} seconds."
            yield Finding("AUD002", message, place=two.id)
    if cues and cues[0].start > PAUSE:
        yield Finding("AUD002", f"There is no caption for the first {cues[0].start:.1f} seconds.", place=cues[0].id)
    if cues and cues[-1].end < seconds - PAUSE:
        yield Finding("AUD002", f"There is no caption for the last {seconds - cues[-1].end:.1f} seconds.")
    for cue in cues:
        if cue.end > seconds + MILLISECOND:
            yield Finding("AUD002", f"The caption “{_short(cue.text)}” ends after the sound.", place=cue.id)


def words(said: Sequence[Cue], cues: Iterable[Cue]) -> Iterator[Finding]:
    """AUD010: words outside their sentence, or in no order."""
    whole = {cue.id: cue for cue in cues}
    for word in said:
        sentence = whole.get(word.id.rpartition(".")[0])
        if sentence is None:
            yield Finding("AUD010", f"The word “{word.text}” belongs to no sentence.", place=word.id)
        elif not sentence.start - MILLISECOND <= word.start <= word.end <= sentence.end + MILLISECOND:
            message = f"The word “{word.text}” is not heard within “{_short(sentence.text)}”."
            yield Finding("AUD010", message, place=word.id)
    for one, two in pairwise(said):
        if one.id.rpartition(".")[0] == two.id.rpartition(".")[0] and two.start < one.start:
            yield Finding("AUD010", f"The word “{two.text}” is heard before “{one.text}”.", place=two.id)


def transcript(text: str, cues: Iterable[Cue]) -> Iterator[Finding]:
    """AUD011: captions that the transcript leaves out, or has in another place."""
    told, at = _plain(text), 0
    for cue in cues:
        found = told.find(_plain(cue.text), at)
        if found < 0:
            yield Finding(
                "AUD011", f"“{_short(cue.text)}” is not in the transcript, or not in its place.", place=cue.id
            )
        else:
            at = found + len(_plain(cue.text))


def _streams(edition: Edition) -> Iterator[list[Sentence]]:
    """The sentences of the text and those of its notes, which are told after the block that calls them."""
    main: list[Sentence] = []
    notes: list[Sentence] = []
    for section in sections_of(edition):
        own = [sentence for note in section.notes for sentence in sentences_in(note.blocks)]
        ids = {sentence.id for sentence in own}
        main += [sentence for sentence in sentences_of(section) if sentence.id not in ids]
        notes += own
    yield main
    yield notes


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
