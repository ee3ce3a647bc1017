"""A chapter of the script, said by a voice: its sound and the time of every utterance.

What has been said is kept by sentence and by chapter, so after a change one sentence is said and one chapter joined.
"""

from __future__ import annotations

import hashlib
import json

from everyway.cache import Cache, key_of
from everyway.errors import VoiceError
from everyway.speech.flac import from_flac, to_flac
from everyway.speech.joining import join
from everyway.speech.performance import Performance, from_bytes, timed, to_bytes, words_as_json, words_of
from everyway.speech.sound import Sound
from everyway.speech.utterance import Chapter, Utterance
from everyway.speech.voices import Speaker

VERSION = 3
"""Of joining, measuring and keeping: another one, and everything is joined anew."""


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

    sounds = [_say(utterance, speaker, cache) for utterance in chapter.utterances]
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


def _say(utterance: Utterance, speaker: Speaker, cache: Cache) -> Sound:
    key = key_of("sentence", VERSION, speaker.key, *_said(utterance))
    kept = cache.get(key)
    if kept is not None:
        try:
            return _from_bytes(kept)
        except ValueError:
            pass
    try:
        sound = speaker.say(utterance.tokens, utterance.language)
    except VoiceError as error:
        error.where = error.where or utterance.source
        raise
    cache.put(key, _to_bytes(sound))
    return sound


def _to_bytes(sound: Sound) -> bytes:
    import numpy as np

    words = json.dumps(words_as_json(sound.words)).encode()
    return words + b"\n" + to_flac(np.frombuffer(sound.samples, "<i2"), sound.rate)


def _from_bytes(content: bytes) -> Sound:
    line, _, flac = content.partition(b"\n")
    samples, rate = from_flac(flac)
    return Sound(samples.astype("<i2", copy=False).tobytes(), rate, words_of(json.loads(line)))
