"""Every rule of audio catches the fault that it is for, and no other rule does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from everyway.checking.deep import check_deeply
from everyway.checking.gate import CHECKS, check_artifact
from everyway.findings import Finding, rules
from everyway.model import Artifact
from everyway.speech import adts
from everyway.tools.ffmpeg import run_ffmpeg
from everyway.writing.audio.lossless import samples_of
from everyway.writing.audio.m4b import make_m4b
from tests.faults.artifacts.audio import CHANGES, RATE, captions, clean, sentence_twice
from tests.writing.audio.recorded import parts, publication, recording


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> list[Artifact]:
    folder = tmp_path_factory.mktemp("good")
    return [*clean(), *make_m4b(publication(), publication().edition("plan"), {}, folder, parts())]


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


@pytest.mark.parametrize(("rule", "spoil"), [(rule, spoil) for rule, _, spoil in CHANGES],
                         ids=[f"{rule} {name}" for rule, name, _ in CHANGES])  # fmt: skip
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
    assert of_audio - {"AUD013"} == {rule for rule, _, _ in CHANGES}


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


def test_an_audiobook_is_found_whose_sound_ends_outside_the_file(copy: Callable[[str], Artifact]) -> None:
    artifact = copy("m4b")
    content = artifact.path.read_bytes()
    boxes = [at for at in range(len(content)) if content[at : at + 4] == b"stco"]
    spoilt = bytearray(content)
    spoilt[boxes[0] + 12 : boxes[0] + 16] = (len(content) - 9).to_bytes(4, "big")
    artifact.path.write_bytes(spoilt)
    found = found_in(artifact)
    assert {finding.rule for finding in found} == {"AUD008", "AUD014"}
    assert "some of its samples lie outside the file" in found[0].message


def test_an_audiobook_in_another_coding_is_found(copy: Callable[[str], Artifact]) -> None:
    artifact = copy("m4b")
    content = artifact.path.read_bytes()
    artifact.path.write_bytes(content.replace(b"mp4a", b"ac-3", 1))
    (finding,) = found_in(artifact)
    assert (finding.rule, finding.message) == ("AUD008", "Its sound is coded as “ac-3”, not as “mp4a”.")


def test_an_audiobook_is_found_that_lists_its_chapters_otherwise(copy: Callable[[str], Artifact]) -> None:
    artifact = copy("m4b")
    content = artifact.path.read_bytes()
    at = content.index(b"chpl") + 4 + 9
    after = at + 9 + content[at + 8]
    later = (int.from_bytes(content[after : after + 8], "big") + 90_000_000).to_bytes(8, "big")
    artifact.path.write_bytes(content[:after] + later + content[after + 8 :])
    (finding,) = found_in(artifact)
    assert finding.rule == "AUD007"


def test_an_audiobook_that_is_not_as_loud_is_found_by_the_whole_check(copy: Callable[[str], Artifact]) -> None:
    artifact = copy("m4b")
    assert check_deeply(publication(), artifact).checks == {"sound": "passed"}
    tracks = [samples_of(track) for track in recording().tracks]
    aac = artifact.path.with_suffix(".aac")
    aac.write_bytes(adts.encode((np.concatenate(tracks) * 0.5).astype(np.int16), RATE, "1"))
    run_ffmpeg(("-i", str(aac), "-c", "copy", "-f", "ipod", str(artifact.path)))
    verdict = check_deeply(publication(), artifact)
    assert verdict.checks == {"sound": "failed"}
    assert "AUD003" in {finding.rule for finding in verdict.findings}
