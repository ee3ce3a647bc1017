"""Every rule of audio catches the fault that it is for, and no other rule does."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from everyway.checking.deep import check_deeply
from everyway.checking.gate import CHECKS, check_artifact
from everyway.findings import Finding, rules
from everyway.model import Artifact
from everyway.speech import adts, mpeg
from everyway.speech.encoding import to_mp3
from everyway.tools.ffmpeg import run_ffmpeg
from everyway.writing.audio.id3 import Mark, tag
from everyway.writing.audio.lossless import samples_of
from everyway.writing.audio.m4b import make_m4b
from everyway.writing.audio.mp3 import make_mp3
from tests.writing.audio.recorded import parts, publication, recording
from tests.writing.audio.tags import read_tag

RATE = 22050


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> list[Artifact]:
    folder = tmp_path_factory.mktemp("good")
    edition = publication().edition("plan")
    made = make_mp3(publication(), edition, {}, folder, parts())
    return [*made, *make_m4b(publication(), edition, {}, folder, parts())]


@pytest.fixture
def copy(good: list[Artifact], tmp_path: Path) -> Callable[[str], Artifact]:
    """A copy of the format's files, to be spoilt."""

    def copied(name: str) -> Artifact:
        for one in good:
            shutil.copy(one.path, tmp_path)
        wanted = next(one for one in good if one.format == name)
        return replace(wanted, path=tmp_path / wanted.path.name)

    return copied


def found_in(artifact: Artifact) -> list[Finding]:
    return list(check_artifact(publication(), artifact).findings)


def test_what_is_sound_passes(good: list[Artifact]) -> None:
    for one in good:
        verdict = check_artifact(publication(), one)
        assert verdict.findings == ()
        assert set(verdict.checks.values()) == {"passed"}
        assert set(verdict.checks) == {check.name for check in CHECKS[one.format]}


# Files as the faults change them


def captions(ending: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        file = path.with_suffix(ending)
        before = file.read_text("utf-8")
        after = change(before)
        assert after != before
        file.write_text(after, "utf-8")

    return spoil


def both(*spoils: Callable[[Path], None]) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        for one in spoils:
            one(path)

    return spoil


def sound(change: Callable[[NDArray[np.int16]], NDArray[np.generic]]) -> Callable[[Path], None]:
    """The sound changed, and encoded again chapter by chapter behind the same tag."""

    def spoil(path: Path) -> None:
        content = path.read_bytes()
        head = content[: read_tag(content).size]
        tracks = [samples_of(track) for track in recording().tracks]
        tracks[1] = np.asarray(change(tracks[1]), np.int16)
        path.write_bytes(head + b"".join(to_mp3(samples, RATE) for samples in tracks))

    return spoil


def tagged(change: Callable[[list[Mark]], None] = lambda marks: None, **texts: str) -> Callable[[Path], None]:
    """Another tag before the same sound."""

    def spoil(path: Path) -> None:
        content = path.read_bytes()
        told = read_tag(content)
        marks = [Mark(title, start, end) for _, title, start, end in told.chapters]
        change(marks)
        cover = b"" if texts.get("cover") == "none" else told.cover
        own = [(name, texts.get(name, value)) for name, value in told.texts.items()]
        path.write_bytes(tag(own, marks, cover) + content[told.size :])

    return spoil


def without_cue(text: str) -> str:
    """The third cue is gone, and the second lasts as long as both did."""
    cues = text.split("\n\n")
    second, third = cues[2], cues[3]
    end = third.split(" --> ")[1].split("\n")[0]
    cues[2] = re.sub(r"--> \S+", f"--> {end}", second)
    del cues[3]
    return "\n\n".join(cues)


def sentence_twice(text: str) -> str:
    cues = text.split("\n\n")
    cues[4] = cues[3].split("\n")[0] + "\n" + cues[4].split("\n", 1)[1]
    return "\n\n".join(cues)


def moved(text: str, by: int, *, number: int = 8) -> str:
    """The start of a cue moved by so many seconds."""
    cues = text.split("\n\n")
    name, times, words = cues[number].split("\n")
    start, end = times.split(" --> ")
    clock = [float(part) for part in start.split(":")]
    cues[number] = f"{name}\n{int(clock[0]):02}:{int(clock[1]):02}:{clock[2] + by:06.3f} --> {end}\n{words}"
    return "\n\n".join(cues)


def replaced_mark(number: int, **values: object) -> Callable[[list[Mark]], None]:
    def change(marks: list[Mark]) -> None:
        marks[number] = replace(marks[number], **values)  # type: ignore[arg-type]

    return change


def later(marks: list[Mark]) -> None:
    """The second chapter begins a second late, among the words."""
    marks[0] = replace(marks[0], end=marks[0].end + 1300)
    marks[1] = replace(marks[1], start=marks[1].start + 1300)


def burst(samples: NDArray[np.int16], level: float) -> NDArray[np.generic]:
    loud = samples.copy()
    wave = np.clip(level * 32767 * np.sin(np.arange(1500) * 0.1), -32768, 32767)
    loud[80000:81500] = wave.astype(np.int16)
    return loud


def hole(samples: NDArray[np.int16]) -> NDArray[np.generic]:
    quiet = samples.copy()
    quiet[30000 : 30000 + 4 * RATE] = 0
    return quiet


def shortened(path: Path) -> None:
    content = path.read_bytes()
    size = read_tag(content).size
    frames = list(mpeg.frames(content[size:]))
    path.write_bytes(content[: size + frames[-200].start])


def no_sound(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: read_tag(content).size] + b"no sound at all " * 100)


FAULTS: list[tuple[str, str, Callable[[Path], None]]] = [
    (
        "AUD001",
        "altered",
        both(*(captions(end, lambda text: text.replace("hardy", "hasty")) for end in (".vtt", ".txt"))),
    ),
    ("AUD002", "overlap", captions(".vtt", lambda text: moved(text, -1))),
    ("AUD002", "after the end", captions(".vtt", lambda text: re.sub(r"--> 00:01:(.*\n.*\n)$", r"--> 00:04:\1", text))),
    ("AUD003", "quiet", sound(lambda samples: samples * 0.5)),
    ("AUD004", "peak", sound(lambda samples: burst(samples, 0.93))),
    ("AUD005", "silence", sound(hole)),
    ("AUD006", "clipped", sound(lambda samples: burst(samples, 99.0))),
    ("AUD007", "title", tagged(replaced_mark(2, title="Something else"))),
    ("AUD007", "late", tagged(later)),
    ("AUD007", "gap", tagged(replaced_mark(1, end=20_000))),
    ("AUD007", "no marks", tagged(lambda marks: marks.clear())),
    ("AUD008", "no sound", no_sound),
    ("AUD009", "short", shortened),
    ("AUD010", "late", captions(".words.vtt", lambda text: moved(text, 3))),
    ("AUD010", "of nothing", captions(".words.vtt", lambda text: text.replace("\n\n", "\n\nx", 1))),
    ("AUD011", "left out", captions(".txt", lambda text: text.replace("Sharpen every blade.\n", ""))),
    ("AUD012", "no times", captions(".vtt", lambda text: text.replace(" --> ", " -> ", 1))),
    ("AUD012", "open mark", captions(".vtt", lambda text: text.replace("hardy", "<b>hardy"))),
    ("AUD012", "other file", captions(".words.vtt", lambda text: text.replace("WEBVTT", "WEB"))),
    ("AUD012", "missing", lambda path: path.with_suffix(".txt").unlink()),
    ("AUD014", "title", tagged(TIT2="Untitled")),
    ("AUD014", "language", tagged(TLAN="")),
    ("AUD014", "cover", tagged(cover="none")),
]


@pytest.mark.parametrize(("rule", "spoil"), [(rule, spoil) for rule, _, spoil in FAULTS],
                         ids=[f"{rule} {name}" for rule, name, _ in FAULTS])  # fmt: skip
def test_a_fault_is_caught_by_its_rule_and_no_other(
    copy: Callable[[str], Artifact], rule: str, spoil: Callable[[Path], None]
) -> None:
    artifact = copy("mp3")
    spoil(artifact.path)
    found = found_in(artifact)
    assert {finding.rule for finding in found} == {rule}
    assert all(finding.format == "mp3" and finding.message.endswith(".") for finding in found)


def test_every_rule_of_the_gate_has_a_fault() -> None:
    of_audio = {code for code in rules() if code.startswith("AUD")}
    assert of_audio - {"AUD013"} == {rule for rule, _, _ in FAULTS}


def test_a_sentence_that_is_gone_is_found_with_its_line(copy: Callable[[str], Artifact]) -> None:
    artifact = copy("mp3")
    gone = artifact.path.with_suffix(".vtt").read_text("utf-8").split("\n\n")[8].split("\n")[0]
    captions(".vtt", lambda text: text.replace(f"\n{gone}\n", "\nx\n"))(artifact.path)
    captions(".words.vtt", lambda text: text.replace(f"\n{gone}.", "\nx."))(artifact.path)
    (finding,) = found_in(artifact)
    assert finding.rule == "AUD001"
    assert finding.message.endswith("is not in the captions.")
    assert finding.where is not None and finding.where.file == "content/plan/01-gardens.md"


def test_sentences_out_of_order_or_twice_are_found(copy: Callable[[str], Artifact]) -> None:
    artifact = copy("mp3")
    captions(".vtt", sentence_twice)(artifact.path)
    assert "AUD001" in {finding.rule for finding in found_in(artifact)}
    artifact = copy("mp3")
    cues = artifact.path.with_suffix(".vtt").read_text("utf-8").split("\n\n")
    names = [cue.split("\n")[0] for cue in cues]
    one, two = names[10], names[11]
    captions(".vtt", lambda text: text.replace(f"\n{one}\n", "\nx\n").replace(f"\n{two}\n", f"\n{one}\n"))(
        artifact.path
    )
    captions(".vtt", lambda text: text.replace("\nx\n", f"\n{two}\n"))(artifact.path)
    told = [finding.message for finding in found_in(artifact) if finding.rule == "AUD001"]
    assert any(message.endswith("is not told in its place.") for message in told)


# The audiobook


def test_a_broken_audiobook_is_found(copy: Callable[[str], Artifact]) -> None:
    artifact = copy("m4b")
    artifact.path.write_bytes(artifact.path.read_bytes()[:3000])
    assert {finding.rule for finding in found_in(artifact)} == {"AUD008", "AUD014"}


def test_another_length_than_is_told_is_found(copy: Callable[[str], Artifact]) -> None:
    artifact = copy("m4b")
    told = float(artifact.facts["seconds"])
    artifact = replace(artifact, facts={**artifact.facts, "seconds": told + 0.5})
    assert {finding.rule for finding in found_in(artifact)} == {"AUD009", "AUD007"}


def test_an_audiobook_of_another_edition_is_found(copy: Callable[[str], Artifact]) -> None:
    artifact = copy("m4b")
    edition = publication().edition("plan")
    other = replace(edition, title="Another plan", sections=tuple(reversed(edition.sections)))
    changed = replace(publication(), editions=(other,))
    found = check_artifact(changed, artifact).findings
    assert [finding.rule for finding in found] == ["AUD014", "AUD007"]
    assert found[0].message == "Its title is “The garden plan” and should be “Another plan”."


def test_an_audiobook_that_is_not_as_loud_is_found_by_the_whole_check(copy: Callable[[str], Artifact]) -> None:
    artifact = copy("m4b")
    assert check_deeply(publication(), artifact).checks == {"loudness": "passed"}
    tracks = [samples_of(track) for track in recording().tracks]
    aac = artifact.path.with_suffix(".aac")
    aac.write_bytes(adts.encode((np.concatenate(tracks) * 0.5).astype(np.int16), RATE, "1"))
    run_ffmpeg(("-i", str(aac), "-c", "copy", "-f", "ipod", str(artifact.path)))
    verdict = check_deeply(publication(), artifact)
    assert verdict.checks == {"loudness": "failed"}
    assert "AUD003" in {finding.rule for finding in verdict.findings}
