"""Tokens to the SSML that eSpeak NG understands, and where each word stands in it.

eSpeak NG 1.51 goes on in the voice of a `voice` element after its end, so the voice that follows is named again. It
ignores `phoneme`; sounds are given as its own phonemes in double brackets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

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
                    self.word(word, _safe(word))
            case Letters(text):
                self.add('<say-as interpret-as="characters">')
                self.word(text, _safe(text), "</say-as> ")
            case Digits(text):
                self.add('<say-as interpret-as="digits">')
                self.word(text, _safe(text), "</say-as> ")
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

    def word(self, text: str, written: str, after: str = " ") -> None:
        if text.strip():
            self.words.append((text, self.length, self.length + len(written)))
        self.add(written + after)

    def add(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)


def _safe(text: str) -> str:
    """Text that is neither SSML nor phonemes."""
    return escape("".join(letter if letter.isprintable() else " " for letter in text).translate(_BRACKETS))


_BRACKETS = {ord("["): " ", ord("]"): " "}
