"""A voice that is ready: it asks the process of its engine, judges the sound, and asks once more before it gives up."""

from __future__ import annotations

from collections.abc import Sequence

from everyway.errors import VoiceError
from everyway.speech.sound import Sound
from everyway.speech.tokens import Digits, Letters, Pause, Sounds, Spoken, Token, Words
from everyway.speech.voices.hearing import fault_of, silence, silence_in, trimmed, weight
from everyway.speech.voices.table import RATES, Voice
from everyway.speech.voices.wire import Request, Setting
from everyway.speech.voices.workers import Worker, WorkerError, WorkerRefusedError

TRIES = 2

NOTHING_SECONDS = 0.05
"""How long it is still when there is nothing to say, as in a sentence of one emoji."""

SHOWN = 80


class EngineSpeaker:
    """A Speaker in one voice of one engine, whose process starts when it is first asked and again after it died.

    An utterance may take `start` seconds and `a_word` for each word of it.
    """

    def __init__(self, voice: Voice, setting: Setting, rate: int, key: str, start: float, a_word: float) -> None:
        self.key = key
        self.voice = voice
        self._setting = setting
        self._rate = rate
        self._start, self._a_word = start, a_word
        self._worker: Worker | None = None
        self._sound_rate = RATES[voice.engine]

    def say(self, tokens: Sequence[Token], language: str) -> Sound:
        """The sound of tokens in a language (BCP 47), trimmed of silence at both ends.

        VoiceError when two tries gave none; it names what was to be said, and whoever knows the place adds it.
        """
        (sound,) = self.say_all([(tokens, language)])
        return sound

    def say_all(self, utterances: Sequence[tuple[Sequence[Token], str]]) -> list[Sound]:
        """The sounds of utterances, said in a row; as `say` gives them, but for what an engine takes along from one.

        VoiceError when two tries did not give all of them; it names the first that was missing or no sound.
        """
        weights = [weight(tokens) for tokens, _ in utterances]
        pauses = [silence_in(tokens) for tokens, _ in utterances]
        said = tuple(
            (tuple(tokens), language) for (tokens, language), words in zip(utterances, weights, strict=True) if words
        )
        request = Request(said, self._start + self._a_word * sum(weights))
        sounds = iter(
            self._heard(request, [(words, still) for words, still in zip(weights, pauses, strict=True) if words])
        )
        return [
            next(sounds) if words else silence(max(still, NOTHING_SECONDS), self._sound_rate)
            for words, still in zip(weights, pauses, strict=True)
        ]

    def _heard(self, request: Request, due: Sequence[tuple[float, float]]) -> list[Sound]:
        """The sounds of a request; `due` are the words and the seconds of pauses of each."""
        fault = slug = ""
        wrong = 0
        for _ in range(TRIES if request.said else 0):
            try:
                sounds = self._asked(request)
            except WorkerError as error:
                wrong, slug, fault = 0, error.slug, str(error)
                continue
            faults = [fault_of(each, *one, self._rate, self._sound_rate) for each, one in zip(sounds, due, strict=True)]
            if not any(faults):
                return [trimmed(sound) for sound in sounds]
            wrong = next(number for number, one in enumerate(faults) if one)
            slug, fault = "bad-sound", faults[wrong]
        if not request.said:
            return []
        raise self._error(slug, fault, request, wrong)

    def close(self) -> None:
        """End its process; it starts anew when it is asked again."""
        if self._worker:
            self._worker.end()
            self._worker = None

    @property
    def pid(self) -> int | None:
        """The number of its process, while there is one."""
        return self._worker.pid if self._worker else None

    def _asked(self, request: Request) -> list[Sound]:
        try:
            if self._worker is None:
                self._worker = self._started()
            answer = self._worker.ask(request, request.seconds)
        except WorkerRefusedError:
            raise
        except BaseException:
            # Whatever it was, a late answer must not be taken for that of the next request.
            self.close()
            raise
        assert isinstance(answer, list)
        return answer

    def _started(self) -> Worker:
        try:
            return Worker(self._setting)
        except WorkerRefusedError as fault:
            raise VoiceError(
                "voice-missing",
                f"The voice “{self.voice.name}” does not start: {fault}.",
                why="Nothing can be said in it.",
                fix="Run everyway voices to see which voices are here, and choose one of them.",
            ) from fault

    def _error(self, slug: str, fault: str, request: Request, wrong: int) -> VoiceError:
        happened = {
            "died": "its process ended in the middle" + (f" ({fault})" if fault else ""),
            "slow": f"it was not done after {request.seconds:.0f} seconds",
            "refused": f"the engine says: {fault}",
            "bad-sound": f"what came is not its sound, for {fault}",
        }
        return VoiceError(
            f"voice-{slug}",
            f"The voice “{self.voice.name}” could not say “{_shown(request.said[wrong][0])}”: {happened[slug]}. "
            f"It was asked {TRIES} times.",
            why="The sound of this part is not made. What was made before is still there.",
            fix="Build again. If it happens again, say this in other words or choose another voice.",
        )


def text_of(tokens: Sequence[Token]) -> str:
    """What is said, in words a person can find again."""
    parts = []
    for token in tokens:
        match token:
            case Words(text) | Letters(text) | Digits(text) | Sounds(text):
                parts.append(text)
            case Spoken(inner):
                parts.append(text_of(inner))
            case Pause():
                pass
    return " ".join(" ".join(parts).split())


def _shown(tokens: Sequence[Token]) -> str:
    text = text_of(tokens)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rsplit(' ', 1)[0]}…"
