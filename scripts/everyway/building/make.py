"""One job of a build: make one format, check what it made, and give the outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from everyway.building.hashes import content_hash
from everyway.building.limits import Limits
from everyway.building.own_fault import own_fault
from everyway.building.view import seen_from
from everyway.building.writing_errors import writing_error
from everyway.cache import Cache, NoCache
from everyway.checking.gate import check_artifact
from everyway.errors import EverywayError
from everyway.findings import Finding, errors_in
from everyway.manifest import EMPTY, Item, Manifest
from everyway.model import Artifact, Edition, Publication
from everyway.writing.formats import Format
from everyway.writing.parts import Parts

DOWNLOADS = "downloads"
NO_PARTS: Mapping[str, Parts] = {}


@dataclass(frozen=True, slots=True)
class Job:
    """One format of one edition, or (`edition` is None) of the whole publication."""

    format: Format
    edition: Edition | None

    @property
    def key(self) -> str:
        """Its name in the graph ("pdf of plan")."""
        return f"{self.format.name} of {self.edition.name}" if self.edition else self.format.name

    @property
    def title(self) -> str:
        """What a person reads while it runs."""
        return f"{self.format.title}: {self.edition.title}" if self.edition else self.format.title


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job gave: its artifacts, the outcome of each one's checks, and findings; or the error that ended it.

    `hashes` are those of the artifacts. `begun` is False where the error is that of a part which the job shares with
    others and waited for.
    """

    job: Job
    artifacts: tuple[Artifact, ...] = ()
    checks: Mapping[Path, Mapping[str, str]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    error: EverywayError | None = None
    begun: bool = True
    hashes: Mapping[Path, str] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether anything in it must keep the outputs from being published."""
        return self.error is not None or bool(errors_in(self.findings))


def errors_of(outcomes: Iterable[Outcome]) -> tuple[EverywayError, ...]:
    """The errors that ended jobs; that of a part once, however many jobs waited for it."""
    errors: list[EverywayError] = []
    told: set[object] = set()
    for outcome in outcomes:
        if outcome.error:
            name = (outcome.error.slug, outcome.error.message, outcome.error.where)
            if outcome.begun or name not in told:
                errors.append(outcome.error)
            told.add(name)
    return tuple(errors)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made: the formats and editions wanted of a publication, and the folder to make them in.

    `kept` are the items of the build before that stay as they are. `sources` is the hash of the content. `shared` are
    the formats whose parts the site shows, asked for now or not. `cache` keeps what took long to make. `root` is the
    project's folder, and `before` that of the outputs of the build before, if there was one. `limits` are those of
    each step.
    """

    publication: Publication
    formats: tuple[Format, ...]
    editions: tuple[Edition, ...]
    folder: Path
    sources: str
    kept: tuple[Item, ...] = ()
    shared: tuple[Format, ...] = ()
    cache: Cache = field(default_factory=NoCache)
    root: Path = Path()
    before: Path | None = None
    limits: Limits = field(default_factory=Limits)

    def jobs(self) -> Iterator[Job]:
        """One job for each edition of each format, in the order of the table."""
        for row in self.formats:
            if row.scope == "publication":
                yield Job(row, None)
            else:
                for edition in self.editions:
                    yield Job(row, edition)


def make_job(plan: Plan, job: Job, manifest: Manifest = EMPTY, parts: Mapping[str, Parts] = NO_PARTS) -> Outcome:
    """The outcome of a job; `manifest` tells a job of the whole publication what the others made.

    `parts` are those that the job's format needs, by edition.
    """
    try:
        if job.edition:
            folder = plan.folder / DOWNLOADS
            folder.mkdir(parents=True, exist_ok=True)
            own = parts.get(job.edition.name)
            seen = seen_from(plan.publication, job.edition)
            artifacts = tuple(job.format.make_edition(seen, job.edition, folder, own))
        else:
            folder = plan.folder / job.format.name
            folder.mkdir(parents=True)
            seen = plan.publication
            artifacts = tuple(job.format.make_whole(seen, manifest, folder, parts))
        verdicts = {artifact.path: check_artifact(seen, artifact) for artifact in artifacts}
        hashes = {artifact.path: content_hash(artifact.path) for artifact in artifacts}
    except EverywayError as error:
        return Outcome(job, error=error)
    except OSError as error:
        return Outcome(job, error=writing_error(error))
    except Exception as fault:
        return Outcome(job, error=own_fault(fault, job.title))
    checks = {path: verdict.checks for path, verdict in verdicts.items()}
    findings = tuple(finding for verdict in verdicts.values() for finding in verdict.findings)
    return Outcome(job, artifacts, checks, findings, hashes=hashes)
