"""The voices that there are, as data. The first of a language speaks it wherever no other is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from everyway.errors import UsageError


@dataclass(frozen=True, slots=True)
class Voice:
    """One row: `title` is what readers are told, `inside` the engine's own name for the voice."""

    name: str
    engine: str
    language: str
    title: str
    inside: str


def _espeak(name: str, language: str, title: str, inside: str) -> Voice:
    return Voice(name, "espeak", language, f"{title}, by eSpeak NG", inside)


def _kokoro(name: str, title: str) -> Voice:
    return Voice(name, "kokoro", "en-GB", f"{title} (English, Great Britain), by Kokoro", name)


VOICES: tuple[Voice, ...] = (
    _espeak("en-gb-x-rp", "en-GB", "English (Received Pronunciation)", "gmw/en-GB-x-rp"),
    _espeak("en", "en-GB", "English (Great Britain)", "gmw/en"),
    _espeak("en-gb-scotland", "en-GB", "English (Scotland)", "gmw/en-GB-scotland"),
    _espeak("cy", "cy", "Welsh", "cel/cy"),
    _espeak("ga", "ga", "Irish", "cel/ga"),
    _espeak("gd", "gd", "Scottish Gaelic", "cel/gd"),
    _espeak("fr", "fr", "French", "roa/fr"),
    _espeak("de", "de", "German", "gmw/de"),
    _espeak("es", "es", "Spanish", "roa/es"),
    _espeak("it", "it", "Italian", "roa/it"),
    _espeak("la", "la", "Latin", "itc/la"),
    _espeak("pl", "pl", "Polish", "zlw/pl"),
    _espeak("pt", "pt", "Portuguese", "roa/pt"),
    _espeak("ro", "ro", "Romanian", "roa/ro"),
    _espeak("pa", "pa", "Punjabi", "inc/pa"),
    _espeak("ur", "ur", "Urdu", "inc/ur"),
    _kokoro("bf_alice", "Alice"),
    _kokoro("bf_emma", "Emma"),
    _kokoro("bf_isabella", "Isabella"),
    _kokoro("bf_lily", "Lily"),
    _kokoro("bm_daniel", "Daniel"),
    _kokoro("bm_fable", "Fable"),
    _kokoro("bm_george", "George"),
    _kokoro("bm_lewis", "Lewis"),
    Voice("hibari", "hibari", "en-US", "Heart (English, America), by hibari", "heart"),
    Voice("tones", "tones", "en-GB", "Tones, for tests", ""),
)

PACES: dict[str, tuple[tuple[int, float], ...]] = {
    "espeak": ((102, 80), (142, 120), (184, 160), (263, 240), (329, 320), (391, 400), (420, 440)),
    "kokoro": ((110, 0.6), (133, 0.75), (172, 0.9), (206, 1.2), (290, 1.6), (370, 2.0)),
    "hibari": ((120, 0.6), (141, 0.75), (185, 0.9), (208, 1.2), (298, 1.6), (330, 2.0)),
    "tones": ((80, 80), (400, 400)),
}
"""What each engine gives for what it is asked: (words a minute, the engine's own measure), measured on 74 sentences of
a plan with 0.3 s of silence after each, for people count a reader's words with the pauses. The voices of eSpeak NG
differ by 3% at most; those of Kokoro and hibari were measured on 19 of the sentences and one voice each."""

RATES = {"espeak": 22050, "kokoro": 24000, "hibari": 24000, "tones": 22050}
"""Samples a second of each engine."""

HIDDEN = frozenset({"tones"})
"""Engines that are never offered to people."""


def offered() -> tuple[Voice, ...]:
    """The voices that people can choose."""
    return tuple(voice for voice in VOICES if voice.engine not in HIDDEN)


def voice_named(name: str) -> Voice:
    """The voice of that name; UsageError naming all that there are when it is none."""
    wanted = name.strip().lower()
    found = next((voice for voice in VOICES if voice.name == wanted), None)
    if found:
        return found
    raise UsageError(
        "voice-unknown",
        f"There is no voice called “{name}”.",
        why="Nothing can be said before it is known in which voice.",
        fix=f"Choose one of these: {', '.join(voice.name for voice in offered())}. "
        "To hear them: everyway voices --sample",
    )


def pace(engine: str, rate: int) -> float:
    """What an engine is asked for, in its own measure, so that it says so many words a minute."""
    rows = PACES[engine]
    (slow, low), (fast, high) = next((pair for pair in pairwise(rows) if rate <= pair[1][0]), rows[-2:])
    return max(rows[0][1], low + (rate - slow) * (high - low) / (fast - slow))


def voice_of_language(language: str) -> Voice | None:
    """The voice that speaks a language (BCP 47; only its primary subtag counts) by default; None when none does."""
    primary = primary_subtag(language)
    return next((voice for voice in offered() if primary_subtag(voice.language) == primary), None)


def default_voice(language: str) -> str:
    """The name of the voice that reads an edition in a language when nobody has chosen one."""
    return (voice_of_language(language) or VOICES[0]).name


def primary_subtag(language: str) -> str:
    """The language alone: "en" of "en-GB"."""
    return language.split("-")[0].lower()
