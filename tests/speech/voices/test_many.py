"""A hundred sentences in two processes, twice: none bad, and the same bytes. `many` says thousands."""

from __future__ import annotations

from everyway.speech.options import SpeechOptions
from tests.browser.needed import need
from tests.speech.voices.many import Outcome, all_spoken, faults


def test_many_sentences_in_two_processes_are_well_and_the_same_twice() -> None:
    need("espeak-ng")
    options = SpeechOptions()
    first, second = (all_spoken(options.voice, options.rate, 100, 2) for _ in range(2))
    assert faults(first, second) == []
    assert len({one.hash for one in first}) == 100


def test_what_is_bad_or_differs_is_told() -> None:
    well = [Outcome("a", 1, ""), Outcome("b", 1, "")]
    assert faults(well, well) == []
    assert faults(well, [Outcome("a", 1, "it is silent"), Outcome("c", 1, "")]) == [
        "sentence 0: it is silent",
        "sentence 1: it is not the same twice",
    ]
