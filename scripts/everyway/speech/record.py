"""A whole script recorded in one row, in this process: what the graph of a build does side by side."""

from __future__ import annotations

from pathlib import Path

from everyway.cache import Cache
from everyway.speech.encoding import encode_all
from everyway.speech.levelling import gain_for
from everyway.speech.options import SpeechOptions
from everyway.speech.recording import Recording, recorded
from everyway.speech.speaking import speak
from everyway.speech.utterance import Script
from everyway.speech.voices import Speaker


def record(script: Script, options: SpeechOptions, speaker: Speaker, cache: Cache, folder: Path) -> Recording:
    """A script said by a speaker with these options, as sound files in the folder, which exists."""
    performances = [speak(chapter, speaker, cache) for chapter in script.chapters]
    gain = gain_for(performances)
    return recorded(script, options, encode_all(performances, gain, folder, cache))
