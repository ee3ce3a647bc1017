"""A chapter of the script, said by a voice: its sound and the time of every utterance.

What has been said is kept by sentence, or by rows of them for a voice that says many at once, and by chapter: after a
change little is said, and one chapter joined.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from everyway.cache import Cache, NoCache, key_of
from everyway.errors import VoiceError
from everyway.speech.flac import from_flac, to_flac
from everyway.speech.joining import join
from everyway.speech.performance import Performance, from_bytes, timed, to_bytes, words_as_json, words_of
from everyway.speech.sound import Sound
from everyway.speech.utterance import Chapter, Utterance
from everyway.speech.voices import Fluent, Speaker

VERSION = 4
"""Of joining, measuring and keeping: another one, and everything is joined anew."""

_USUAL, _MOST = 8, 24
"""How many utterances are usually said at once, and at most."""


def speak(chapter: Chapter, speaker: Speaker, cache: Cache) -> Performance:
    """A chapter said by a voice. What the voice cannot say ends it, with an error that names sentence, file and line.

    The same chapter, voice and rate give the same bytes. ValueError for a chapter in which nothing is said.
    """
    key = key_of(
        "chapter", VERSION, speaker.key, [(*_said(each), each.before, each.after) for each in chapter.utterances]
    )
    kept = cache.get(key)
    if kept is not None:
        try:
            return from_bytes(kept, chapter)
        except ValueError:
            pass  # of a version that kept it otherwise: say it anew
    performance = _perform(chapter, speaker, cache)
    cache.put(key, to_bytes(performance))
    return performance


def _perform(chapter: Chapter, speaker: Speaker, cache: Cache) -> Performance:
    from everyway.speech.loudness import as_heard, blocks

    sounds = [sound for row in rows(chapter.utterances) for sound in _say_all(row, speaker, cache)]
    joined = join(sounds, [(utterance.before, utterance.after) for utterance in chapter.utterances])
    flac = to_flac(joined.samples, joined.rate)
    return Performance(
        timed(chapter, joined.seconds, [(span.start, span.end, span.words) for span in joined.spans]),
        joined.rate,
        flac,
        hashlib.sha256(flac).hexdigest(),
        blocks(as_heard(joined.samples), joined.rate),
    )


def _said(utterance: Utterance) -> tuple[object, ...]:
    """What the sound of an utterance depends on beside the voice."""
    return utterance.tokens, utterance.language


def rows(utterances: Sequence[Utterance]) -> Iterator[tuple[Utterance, ...]]:
    """Utterances in the rows in which they are said at once.

    What is said decides where a row ends, so that after a change the others are found again as they were.
    """
    row: list[Utterance] = []
    for utterance in utterances:
        row.append(utterance)
        if len(row) == _MOST or int(key_of(*_said(utterance))[:4], 16) % _USUAL == 0:
            yield tuple(row)
            row = []
    if row:
        yield tuple(row)


def _say_all(row: Sequence[Utterance], speaker: Speaker, cache: Cache) -> list[Sound]:
    """A row said at once where that is quicker; one by one where it is not, or where that finds out what is wrong."""
    if not isinstance(speaker, Fluent):
        return [_say(utterance, speaker, cache) for utterance in row]
    key = key_of("row", VERSION, speaker.key, [_said(utterance) for utterance in row])
    kept = cache.get(key)
    if kept is not None:
        try:
            return _from_bytes(kept, len(row))
        except ValueError:
            pass
    try:
        sounds = speaker.say_all([(utterance.tokens, utterance.language) for utterance in row])
    except VoiceError:
        return [_say(utterance, speaker, NoCache()) for utterance in row]
    cache.put(key, _to_bytes(sounds))
    return sounds


def _say(utterance: Utterance, speaker: Speaker, cache: Cache) -> Sound:
    key = key_of("sentence", VERSION, speaker.key, *_said(utterance))
    kept = cache.get(key)
    if kept is not None:
        try:
            (sound,) = _from_bytes(kept, 1)
            return sound
        except ValueError:
            pass
    try:
        sound = speaker.say(utterance.tokens, utterance.language)
    except VoiceError as error:
        error.where = error.where or utterance.source
        raise
    cache.put(key, _to_bytes([sound]))
    return sound


def _to_bytes(sounds: Sequence[Sound]) -> bytes:
    """Sounds to be kept: a line of JSON with the samples and words of each, then all of them as one FLAC."""
    import numpy as np

    facts = json.dumps([[len(sound.samples) // 2, words_as_json(sound.words)] for sound in sounds]).encode()
    samples = np.frombuffer(b"".join(sound.samples for sound in sounds), "<i2")
    return facts + b"\n" + to_flac(samples, sounds[0].rate)


def _from_bytes(content: bytes, count: int) -> list[Sound]:
    line, _, flac = content.partition(b"\n")
    samples, rate = from_flac(flac)
    whole = samples.astype("<i2", copy=False).tobytes()
    sounds, at = [], 0
    try:
        for length, words in json.loads(line):
            sounds.append(Sound(whole[at : at + 2 * length], rate, words_of(words)))
            at += 2 * length
    except TypeError as error:
        raise ValueError(f"no sounds: {error}") from error
    if len(sounds) != count or at != len(whole):
        raise ValueError("no sounds of these utterances")
    return sounds
