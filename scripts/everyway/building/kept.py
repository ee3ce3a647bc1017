"""Outcomes of jobs in the cache: what a job made is found again by its key, each file by its own hash."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from everyway.building.make import Job, Outcome, Plan
from everyway.building.packing import packed, unpacked
from everyway.cache import Cache, key_of
from everyway.findings import Finding
from everyway.model import Artifact


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of an outcome, with paths relative to the build's folder; `files` are hashes by such paths."""

    artifacts: tuple[Artifact, ...]
    checks: Mapping[Path, Mapping[str, str]]
    findings: tuple[Finding, ...]
    hashes: Mapping[Path, str]
    files: Mapping[str, str]


def keep(plan: Plan, key: str, outcome: Outcome) -> None:
    """Keep a good outcome; one that failed is not kept."""
    cache, folder = plan.cache, plan.folder
    if outcome.failed:
        return
    files = {}
    for artifact in outcome.artifacts:
        for file in files_of(artifact.path):
            content = file.read_bytes()
            files[file.relative_to(folder).as_posix()] = name = hashlib.sha256(content).hexdigest()
            if not cache.has(key_of("file", name)):
                cache.put(key_of("file", name), content)
    there = _moved(outcome, folder, Path())
    cache.put(key, packed(Record(there.artifacts, there.checks, there.findings, there.hashes, files)))


def restore(plan: Plan, key: str, job: Job) -> Outcome | None:
    """The outcome kept under a key, its files put into the plan's folder; None when it is not there, or not all of it.

    A file that the build before has left as it was made is linked from there.
    """
    cache, folder = plan.cache, plan.folder
    content = cache.get(key)
    if content is None:
        return None
    try:
        record = unpacked(content)
    except ValueError:
        return None
    if not isinstance(record, Record):
        return None
    put: list[Path] = []
    for name, hashed in record.files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if not _put(cache, hashed, plan.before / name if plan.before else None, target):
            for file in put:
                file.unlink(missing_ok=True)
            return None
        put.append(target)
    outcome = Outcome(job, record.artifacts, record.checks, record.findings, hashes=record.hashes)
    return _moved(outcome, Path(), folder)


def files_of(path: Path) -> list[Path]:
    """The file itself, or every file in the folder, in order."""
    return [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())


def _put(cache: Cache, hashed: str, before: Path | None, target: Path) -> bool:
    try:
        if before and before.is_file() and hashlib.sha256(before.read_bytes()).hexdigest() == hashed:
            try:
                target.hardlink_to(before)
            except OSError:  # a file system without links
                shutil.copyfile(before, target)
            return True
    except OSError:
        pass
    content = cache.get(key_of("file", hashed))
    if content is None:
        return False
    target.write_bytes(content)
    return True


def _moved(outcome: Outcome, old: Path, new: Path) -> Outcome:
    """The outcome with its paths in another folder."""

    def there(path: Path) -> Path:
        return new / path.relative_to(old)

    return replace(
        outcome,
        artifacts=tuple(replace(artifact, path=there(artifact.path)) for artifact in outcome.artifacts),
        checks={there(path): told for path, told in outcome.checks.items()},
        hashes={there(path): told for path, told in outcome.hashes.items()},
    )
