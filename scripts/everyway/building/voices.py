"""The voices of a publication: which there are, and a page on which each of them and each hard word can be heard."""

from __future__ import annotations

import re
import tempfile
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from everyway.building.project import BUILD
from everyway.building.writing_errors import writing_error
from everyway.errors import FindingsError
from everyway.findings import errors_in
from everyway.model import Edition, Pronunciation, Publication
from everyway.reading.publication import read_publication
from everyway.reporting.voices import Row
from everyway.speech.lexicon import Lexicon, lexicon_of
from everyway.speech.options import SpeechOptions
from everyway.speech.script import script
from everyway.speech.settings import options_for
from everyway.speech.sound import Sound
from everyway.speech.tokens import Token, Words
from everyway.speech.utterance import Kind, Utterance
from everyway.speech.voices import open_speaker, speaker_for
from everyway.speech.voices.lacks import lack_of
from everyway.speech.voices.table import Voice, offered, primary_subtag, voice_named
from everyway.themes import theme_folder

VOICES = "voices"
"""The folder of build/ that the page goes into unless another one is named."""

PAGE = "index.html"

ENOUGH = 8
"""Words in a sentence by which a voice can be judged."""

WAYS = {"letters": "letter by letter", "digits": "figure by figure", "word": "as a word"}


@dataclass(frozen=True, slots=True)
class Sample:
    """Something to be heard on the page: `text` in a language, in the sound file of that name."""

    title: str
    how: str
    note: str
    text: str
    language: str
    file: str
    place: str


def voices_of(project: Path | None) -> tuple[Row, ...]:
    """Every voice that can be chosen, with what it lacks and, in a project that can be read, the editions it reads."""
    publication = read_publication(project).publication if project else None
    reads: dict[str, list[str]] = {}
    if publication:
        for edition in publication.editions:
            reads.setdefault(options_for(publication, edition, {}).voice, []).append(edition.name)
    return tuple(_row(voice, tuple(reads.get(voice.name, ()))) for voice in offered())


def make_samples(project: Path, *, voice: str = "", into: Path | None = None) -> Path:
    """Make the page, and say every pronunciation of the publication in the voice of that name; the page's file.

    Without a name, entries are said by the voice of the edition they stand in, and every voice of the publication's
    languages that is here says a sentence too; with one, that voice does both.
    UsageError for a voice that there is not; VoiceError for one that fails.
    """
    if voice:
        voice_named(voice)
    reading = read_publication(project)
    publication = reading.publication
    if publication is None:
        raise FindingsError(
            "content-findings",
            "There is no page to listen to: the content cannot be read.",
            fix="Mend the lines named above, then try again.",
            findings=errors_in(reading.findings),
        )
    folder = into or project / BUILD / VOICES
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".making-", dir=folder) as name:
            aside = Path(name)
            words = tuple(_words(publication, voice, aside))
            chosen = (voice_named(voice),) if voice else _here(publication)
            voices = tuple(_voices(publication, chosen, aside))
            (aside / PAGE).write_text(_page(publication, words, voices), "utf-8")
            # The page last: it never names a sound that is not there yet.
            for file in sorted(aside.iterdir(), key=lambda file: (file.name == PAGE, file.name)):
                file.replace(folder / file.name)
    except OSError as error:
        raise writing_error(error) from error
    return folder / PAGE


def _row(voice: Voice, reads: tuple[str, ...]) -> Row:
    lack, bring = lack_of(voice)
    return Row(voice.name, voice.title, voice.language, lack, bring, reads)


def _words(publication: Publication, voice: str, folder: Path) -> Iterator[Sample]:
    """Each entry of the pronunciations in the first sentence that it stands in, else alone."""
    said = [
        (utterance, edition, options)
        for edition in publication.editions
        for options in [_options(publication, edition, voice)]
        for chapter in script(publication, edition, options).chapters
        for utterance in chapter.utterances
        if utterance.kind is not Kind.ANNOUNCEMENT
    ]
    lexicon = lexicon_of(publication)
    for number, entry in enumerate(lexicon.entries, 1):
        whole = re.compile(rf"(?<!\w){re.escape(entry.word)}(?!\w)")
        found = next((row for row in said if whole.search(row[0].text)), None)
        utterance, edition, options = found or (None, publication.editions[0], SpeechOptions(voice))
        options = options if found else _options(publication, edition, voice)
        tokens = utterance.tokens if utterance else _alone(entry, lexicon, edition)
        text = utterance.text if utterance else entry.word
        language = utterance.language if utterance else edition.language
        file = _kept(speaker_for(options).say(tokens, language), folder / f"word-{number}.wav")
        place = str(utterance.source) if utterance else ""
        yield Sample(entry.word, _how(entry), entry.note, text, language, file, place)


def _here(publication: Publication) -> tuple[Voice, ...]:
    """The voices that are here and speak a language of the publication."""
    return tuple(voice for voice in offered() if _edition_of(voice, publication) and not lack_of(voice)[0])


def _voices(publication: Publication, chosen: Sequence[Voice], folder: Path) -> Iterator[Sample]:
    """Each voice with a sentence of an edition in its language, else of the first."""
    for voice in chosen:
        edition = _edition_of(voice, publication) or publication.editions[0]
        options = replace(options_for(publication, edition, {}), voice=voice.name)
        utterance = _telling(publication, edition, options)
        # Not kept open: eight neural voices at once would take gigabytes.
        speaker = open_speaker(options)
        try:
            file = _kept(speaker.say(utterance.tokens, utterance.language), folder / f"voice-{voice.name}.wav")
        finally:
            speaker.close()
        yield Sample(voice.name, voice.title, "", utterance.text, utterance.language, file, "")


def _options(publication: Publication, edition: Edition, voice: str) -> SpeechOptions:
    return options_for(publication, edition, {"voice": voice} if voice else {})


def _edition_of(voice: Voice, publication: Publication) -> Edition | None:
    """The first edition in a voice's language."""
    own = primary_subtag(voice.language)
    return next((edition for edition in publication.editions if primary_subtag(edition.language) == own), None)


def _telling(publication: Publication, edition: Edition, options: SpeechOptions) -> Utterance:
    """The first sentence of an edition that is long enough to judge a voice by, else the longest that there is."""
    utterances = [
        utterance for chapter in script(publication, edition, options).chapters for utterance in chapter.utterances
    ]
    sentences = [utterance for utterance in utterances if utterance.kind is Kind.SENTENCE] or utterances
    long = (utterance for utterance in sentences if len(utterance.text.split()) >= ENOUGH)
    return next(long, max(sentences, key=lambda utterance: len(utterance.text)))


def _alone(entry: Pronunciation, lexicon: Lexicon, edition: Edition) -> Sequence[Token]:
    return lexicon.say(entry.word, primary_subtag(edition.language)) or (Words(entry.word),)


def _how(entry: Pronunciation) -> str:
    if entry.alias:
        return f"as “{entry.alias}”"
    return f"with the sounds {entry.ipa}" if entry.ipa else WAYS.get(entry.say_as, entry.say_as)


def _kept(sound: Sound, file: Path) -> str:
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(sound.rate)
        out.writeframes(sound.samples)
    return file.name


def _page(publication: Publication, words: Sequence[Sample], voices: Sequence[Sample]) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(theme_folder("report"))
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("voices.html").render(title=publication.title, words=words, voices=voices)
