"""A small publication recorded in tones, for whatever is made from a recording."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from everyway.cache import NoCache
from everyway.model import Publication
from everyway.speech.options import SpeechOptions
from everyway.speech.record import record
from everyway.speech.recording import Recording
from everyway.speech.script import script
from everyway.writing.parts import Parts
from tests.checking.small import small
from tests.speech.tones import Tones


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory()


@cache
def recording() -> Recording:
    """The small publication, said in tones. Its files are there as long as the tests run."""
    publication = small()
    told = script(publication, publication.edition("plan"), SpeechOptions())
    return record(told, SpeechOptions(), Tones(), NoCache(), Path(_folder().name))


def parts() -> Parts:
    return Parts(recording())


def publication() -> Publication:
    return small()
