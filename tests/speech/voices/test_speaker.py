"""A voice that dies, hangs, lies or is not there: asked once more, then a named error, and never a bad sound."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from everyway.errors import VoiceError
from everyway.speech.tokens import Pause, Token, Words
from everyway.speech.voices.speaker import EngineSpeaker
from everyway.speech.voices.table import Voice
from everyway.speech.voices.wire import Setting

TONES = Voice("tones", "tones", "en-GB", "Tones", "")


@pytest.fixture
def speaker() -> Iterator[EngineSpeaker]:
    made = EngineSpeaker(TONES, Setting("tones", "", 160), 160, "tones", start=1.5, a_word=0.05)
    yield made
    made.close()


def said(speaker: EngineSpeaker, text: str) -> list[str]:
    return [word.text for word in speaker.say((Words(text),), "en-GB").words]


@pytest.mark.parametrize(
    ("order", "slug", "told"),
    [
        ("(die)", "voice-died", "its process ended in the middle"),
        ("(hang)", "voice-slow", "it was not done after"),
        ("(refuse)", "voice-refused", "ValueError: as it was told"),
        ("(silent)", "voice-bad-sound", "it is silent"),
        ("(clipped)", "voice-bad-sound", "it is clipped"),
        ("(short) " + "and a great many more words than can be said in no time " * 2, "voice-bad-sound", "were due"),
    ],
)
def test_what_goes_wrong_twice_is_an_error_that_says_what_was_being_said(
    speaker: EngineSpeaker, order: str, slug: str, told: str
) -> None:
    with pytest.raises(VoiceError) as raised:
        said(speaker, f"We help {order}")
    assert raised.value.slug == slug
    assert told in raised.value.message
    assert "“We help (" in raised.value.message
    assert "asked 2 times" in raised.value.message
    assert said(speaker, "It speaks again") == ["It", "speaks", "again"]


@pytest.mark.parametrize("order", ["die", "hang", "refuse", "silent", "clipped"])
def test_what_goes_wrong_once_is_asked_again_and_nobody_notices(
    speaker: EngineSpeaker, order: str, tmp_path: Path
) -> None:
    once = tmp_path / "once"
    assert said(speaker, f"We help ({order}:{once})")[:2] == ["We", "help"]
    assert once.exists()


def test_a_process_that_is_killed_in_mid_sentence_is_started_anew(speaker: EngineSpeaker) -> None:
    speaker.say((Words("first"),), "en-GB")
    first = speaker.pid
    assert first
    long = (Words("word " * 2000),)
    threading.Timer(0.05, os.kill, (first, signal.SIGKILL)).start()
    sound = speaker.say(long, "en-GB")
    assert len(sound.words) == 2000
    assert speaker.pid != first


def test_a_voice_that_does_not_start_is_a_named_error() -> None:
    speaker = EngineSpeaker(TONES, Setting("no_such_engine", "", 1), 160, "none", start=1, a_word=1)
    with pytest.raises(VoiceError, match="does not start") as raised:
        said(speaker, "hello")
    assert raised.value.slug == "voice-missing"


@pytest.mark.parametrize("tokens", [(), (Pause(300),), (Words("…"),), (Words("🙂"), Pause(300))])
def test_when_there_is_nothing_to_say_it_is_still(speaker: EngineSpeaker, tokens: tuple[Token, ...]) -> None:
    sound = speaker.say(tokens, "en-GB")
    assert set(sound.samples) == {0}
    assert sound.seconds == pytest.approx(0.3 if Pause(300) in tokens else 0.05, abs=0.001)


def test_the_process_ends_when_whoever_started_it_is_killed(tmp_path: Path) -> None:
    code = (
        "import time\nfrom everyway.speech.tokens import Words\nfrom everyway.speech.options import SpeechOptions\n"
        "from everyway.speech.voices import open_speaker\n"
        "speaker = open_speaker(SpeechOptions('tones'))\nspeaker.say((Words('hello'),), 'en-GB')\n"
        "print(speaker.pid, flush=True)\ntime.sleep(60)"
    )
    owner = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert owner.stdout
    worker = int(owner.stdout.readline())
    assert is_running(worker)
    owner.kill()
    owner.wait()
    owner.stdout.close()
    deadline = time.monotonic() + 5
    while is_running(worker) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_running(worker)


def test_ctrl_c_reaches_everyway_and_not_the_voice(tmp_path: Path) -> None:
    code = (
        "import os, signal, time\nfrom everyway.speech.tokens import Words\n"
        "from everyway.speech.options import SpeechOptions\nfrom everyway.speech.voices import speaker_for\n"
        "speaker = speaker_for(SpeechOptions('tones'))\nspeaker.say((Words('hello'),), 'en-GB')\n"
        "signal.setitimer(signal.ITIMER_REAL, 0.2)\n"
        "signal.signal(signal.SIGALRM, lambda *_: os.killpg(0, signal.SIGINT))\n"
        "try:\n    speaker.say((Words('(hang)'),), 'en-GB')\n"
        "except KeyboardInterrupt:\n    print('stopped', speaker.pid)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=20, start_new_session=True, check=False
    )
    assert (run.stdout, run.stderr) == ("stopped None\n", "")


def is_running(pid: int) -> bool:
    """Whether a process runs; one that has ended and that nobody has asked after does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
