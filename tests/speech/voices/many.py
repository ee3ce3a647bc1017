"""Thousands of sentences in several processes at once, twice: `.venv/bin/python -m tests.speech.voices.many`.

Every sound is judged, and both times have to give the same bytes. `--voice bm_george --sentences 40` tries another.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from everyway.speech.options import SpeechOptions
from everyway.speech.sound import Sound
from everyway.speech.tokens import Digits, Letters, Pause, Sounds, Spoken, Token, Words
from everyway.speech.voices import speaker_for
from everyway.speech.voices.hearing import fault_of, silence_in, weight
from everyway.speech.voices.table import RATES, voice_named

WHO = ("People", "Nurses", "Our teams", "The hospitals of the north", "Somebody near you", "Families, and carers,")
DO = ("will help", "work with", "listen to", "look after", "must not forget", "are learning from", "ask about")
WHOM = ("patients who wait", "each other", "twenty-one new doctors", "the people who are ill", "everyone")
END = (".", " every day.", ", wherever they live.", "; that is fair!", " again and again, or do they?")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one sentence: the hash of its sound and words, its seconds, what is wrong with it ("": nothing)."""

    hash: str
    seconds: float
    fault: str


def sentence(number: int) -> tuple[Token, ...]:
    """The sentence of that number: all kinds of tokens, none twice the same among a few thousand."""
    n = number
    first = Words(f"{WHO[n % len(WHO)]} {DO[n // 6 % len(DO)]} {WHOM[n // 42 % len(WHOM)]}{END[n // 210 % len(END)]}")
    rest: tuple[tuple[Token, ...], ...] = (
        (),
        (Letters("NHS"), Words("staff.")),
        (Words("Call"), Digits(f"{n:04}"), Pause(150), Digits(f"{n * 7919 % 10000:04}")),
        (Spoken((Words("Bore da, Cymru."),), "cy"), Words("Good morning.")),
        (Words("A"), Sounds("scone", "skɒn"), Words("for each of them, and more besides, till all have eaten.")),
    )
    return (first, *rest[n // 1050 % len(rest) or n % len(rest)])


def spoken(voice: str, rate: int, number: int) -> Outcome:
    """Say the sentence of that number, and judge the sound once more."""
    tokens = sentence(number)
    sound = speaker_for(SpeechOptions(voice, rate)).say(tokens, "en-GB")
    fault = fault_of(sound, weight(tokens), silence_in(tokens), rate, RATES[voice_named(voice).engine])
    return Outcome(_hash(sound), sound.seconds, fault)


def all_spoken(voice: str, rate: int, sentences: int, processes: int) -> tuple[Outcome, ...]:
    """Every sentence's outcome, said by so many processes side by side."""
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return tuple(pool.map(partial(spoken, voice, rate), range(sentences), chunksize=10))


def faults(first: Sequence[Outcome], second: Sequence[Outcome]) -> list[str]:
    """What is bad in either, and what differs between the two, a line each."""
    return [
        f"sentence {number}: {one.fault or two.fault or 'it is not the same twice'}"
        for number, (one, two) in enumerate(zip(first, second, strict=True))
        if one.fault or two.fault or one.hash != two.hash
    ]


def _hash(sound: Sound) -> str:
    return hashlib.sha256(sound.samples + repr((sound.rate, sound.words)).encode()).hexdigest()


def main() -> None:
    """Say them all twice, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voice", default=SpeechOptions().voice)
    parser.add_argument("--rate", type=int, default=SpeechOptions().rate)
    parser.add_argument("--sentences", type=int, default=2000)
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    times = []
    for _ in range(2):
        start = time.perf_counter()
        times.append(all_spoken(asked.voice, asked.rate, asked.sentences, asked.processes))
        took, minutes = time.perf_counter() - start, sum(one.seconds for one in times[-1]) / 60
        print(f"{asked.sentences} sentences, {minutes:.1f} minutes of sound, in {took:.1f} s")  # noqa: T201
    bad = faults(*times)
    different = len({one.hash for one in times[0]})
    print("\n".join([*bad, f"{len(bad)} bad, {different} different sounds"]))  # noqa: T201
    raise SystemExit(bool(bad))


if __name__ == "__main__":
    main()
