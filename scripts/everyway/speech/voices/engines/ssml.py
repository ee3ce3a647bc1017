"""Tokens to the SSML that eSpeak NG understands, and where each word stands in it.

eSpeak NG 1.51 goes on in the voice of a `voice` element after its end, so the voice that follows is named again. It
ignores `phoneme`; sounds are given as its own phonemes in double brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from everyway.speech.tokens import Digits, Letters, Pause, Sounds, Spoken, Token, Words
from everyway.speech.voices.engines.ipa import espeak_phonemes


@dataclass(frozen=True, slots=True)
class Rendering:
    """SSML, and its words with the place of each (the first character's and the one after the last's)."""

    ssml: str
    words: tuple[tuple[str, int, int], ...]


def rendered(tokens: Sequence[Token], language: str, voice: str, voices: dict[str, str]) -> Rendering:
    """Tokens in a language (BCP 47), said by `voice` where `voices` has none for another language's primary subtag."""
    writer = _Writer(voice, voices)
    writer.tokens(tokens, language)
    writer.voice_of("")
    return Rendering(f"{''.join(writer.parts)}</speak>", tuple(writer.words))


@dataclass(slots=True)
class _Writer:
    voice: str
    voices: dict[str, str]
    parts: list[str] = field(default_factory=lambda: ["<speak>"])
    length: int = len("<speak>")
    words: list[tuple[str, int, int]] = field(default_factory=list)
    current: str = ""

    def tokens(self, tokens: Sequence[Token], language: str) -> None:
        for token in tokens:
            if isinstance(token, Spoken):
                self.tokens(token.tokens, token.language)
            elif isinstance(token, Pause):
                self.add(f'<break time="{token.milliseconds}ms"/> ')
            else:
                self.voice_of(language)
                self.said(token, language)

    def said(self, token: Words | Letters | Digits | Sounds, language: str) -> None:
        match token:
            case Words(text):
                for word in text.split():
                    if is_stop(word):
                        self.stop(word)
                    else:
                        self.word(word, _safe(word))
            case Letters(text) | Digits(text):
                self.word(text, " ".join(_one_by_one(text)))
            case Sounds(text, ipa):
                phonemes = espeak_phonemes(ipa, language)
                self.word(text, f"[[{phonemes}]]" if phonemes else _safe(text))

    def voice_of(self, language: str) -> None:
        """Go on in the voice of a language; "" ends the text."""
        wanted = self.voices.get(language.split("-")[0].lower(), self.voice) if language else ""
        if wanted == self.current or (not self.current and wanted == self.voice and len(self.parts) == 1):
            self.current = wanted
            return
        named = any(part.startswith("<voice") for part in self.parts)
        if named and self.current:
            self.add("</voice> ")
        if wanted:
            self.add(f'<voice name="{wanted}">')
        self.current = wanted

    def word(self, text: str, written: str) -> None:
        if text.strip():
            self.words.append((text, self.length, self.length + len(written)))
        self.add(f"{written} ")

    def stop(self, text: str) -> None:
        """A stop that stands alone belongs to what is before it."""
        if self.words and self.parts[-1].endswith(" ") and text[0] not in "—–-(":
            self.parts[-1] = self.parts[-1][:-1]
            self.length -= 1
        self.add(f"{_safe(text)} ")

    def add(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)


def is_stop(text: str) -> bool:
    """Whether a piece of a text is not said itself: stops, brackets, dashes."""
    return all(sign in STOPS for sign in text)


def _one_by_one(text: str) -> Iterator[str]:
    """Letters by their names in one go, and each figure alone.

    eSpeak NG says "digits" as one number, puts a "comma" into "characters" where there are many figures, and runs those
    of a "telephone" number together.
    """
    for figure, letters in _FIGURES.findall(text):
        way, some = ("telephone", figure) if figure else ("characters", letters)
        yield f'<say-as interpret-as="{way}">{_safe(some)}</say-as>'


def _safe(text: str) -> str:
    """Text that is neither SSML nor phonemes."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return escape(plain.translate(_BRACKETS), quote=False)


STOPS = frozenset(".,;:!?…—–-()'\"‘’“”")

_FIGURES = re.compile(r"(\d)|(\D+)")
_BRACKETS = {ord("["): " ", ord("]"): " "}
