"""The table of formats as a graph of jobs: editions → parts → formats → manifest → site → manifest of all.

The graph is Dask's, run in this process or shared out among several. Each job is a pure function of the plan and gives
an `Outcome`; a job that fails gives its error as its outcome, so that one failure does not hide the next. What the
cache has needs no job: only what is left is in the graph, and where nothing is, there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import cast

from everyway.building.assemble import assemble
from everyway.building.attempt import Failed
from everyway.building.kept import keep, restore
from everyway.building.keys import Keys
from everyway.building.make import NO_PARTS, Job, Outcome, Plan, make_job
from everyway.building.parts import AddStep, PartsOf, joined, parts_of
from everyway.building.steps import Need, Step, Steps, perform
from everyway.errors import EverywayError
from everyway.manifest import EMPTY, Manifest
from everyway.model import Edition
from everyway.writing.parts import Parts

NONE: Mapping[str, Outcome] = {}

_JOBS = "everyway.building.jobs"
"""What every process needs. What only some steps need they load themselves, while others are at work."""


def run(
    plan: Plan, done: Callable[[Job], None], processes: int = 1, lost: Mapping[str, Outcome] = NONE
) -> tuple[Manifest, tuple[Outcome, ...]]:
    """The manifest and every job's outcome, in the order of the table; `done` is told of each job as it ends.

    With more than one of `processes` jobs run side by side; the result is the same to the last byte. `lost` are the
    outcomes of jobs that have failed already, elsewhere, by their keys.
    """
    keys = Keys.of(plan)
    found = {**known(keys), **lost}
    for job in plan.jobs():
        if job.key in found:
            done(job)
    if all(job.key in found for job in plan.jobs()):
        return _complete(plan, [found[job.key] for job in plan.jobs()])
    return _made(keys, found, done, processes)


def _made(
    keys: Keys, found: Mapping[str, Outcome], done: Callable[[Job], None], processes: int
) -> tuple[Manifest, tuple[Outcome, ...]]:
    left = {job.key: job for job in keys.plan.jobs() if job.key not in found}

    def told(name: str) -> None:
        if name in left:
            done(left[name])

    steps, end = graph(keys, found)
    made = perform(steps, end, min(processes, _most(keys.plan, left)), told)
    return cast("tuple[Manifest, tuple[Outcome, ...]]", made)


def known(keys: Keys) -> dict[str, Outcome]:
    """The outcomes that the cache has, by the job's key in the graph; their files are in the plan's folder."""
    plan, found = keys.plan, {}
    for job in plan.jobs():
        if job.edition and (outcome := restore(plan, keys.job(job), job)):
            found[job.key] = outcome
    own = [job for job in plan.jobs() if job.edition]
    if all(job.key in found for job in own):
        manifest = assemble(plan, [found[job.key] for job in own])
        for job in plan.jobs():
            if not job.edition and (outcome := restore(plan, keys.job(job, manifest), job)):
                found[job.key] = outcome
    return found


def graph(keys: Keys, found: Mapping[str, Outcome]) -> tuple[Steps, str]:
    """What is left of a plan as steps, and the name of the last: `(manifest, outcomes)`; `found` are already there.

    The plan is bound to each function, not passed to it: Dask would otherwise walk through the whole model in search of
    the names of steps.
    """
    plan = keys.plan
    steps = Steps(plan.limits, (_JOBS,))

    def part(name: str, function: Callable[..., object], *needs: Need) -> str:
        return steps.add(Step(name, function, needs, Failed))

    def step(job: Job, function: Callable[..., object], *needs: Need) -> str:
        return steps.add(Step(job.key, function, needs, partial(_lost, job), job.title, light=True))

    jobs = tuple(plan.jobs())
    left = [job for job in jobs if job.key not in found]
    for job in jobs:
        if job.key in found:
            step(job, partial(_found, found[job.key]))
        elif not _waits(job):
            step(job, partial(_make, keys, job))
    parts = {edition.name: _parts(plan, edition, left, part, steps.known) for edition in plan.publication.editions}
    for job in left:
        if job.edition and job.format.parts:
            recording, pages = parts[job.edition.name].given(job.format.parts, part)
            step(job, partial(_from_parts, keys, job), recording, pages)
    editions = tuple(job.key for job in jobs if job.edition)
    downloads = part("manifest of downloads", partial(assemble, plan), editions)
    recordings = {name: one.recording for name, one in parts.items() if one.recording}
    for job in left:
        if not job.edition:
            step(job, partial(_whole, keys, job, tuple(recordings)), downloads, tuple(recordings.values()))
    whole = tuple(job.key for job in jobs if not job.edition)
    return steps, part("manifest", partial(_complete, plan), editions, whole)


def _most(plan: Plan, left: Mapping[str, Job]) -> int:
    """How many steps there may be to do side by side: a recording alone has one for each chapter."""
    rows = [job.format for job in left.values()]
    chapters = any("recording" in row.parts for row in (*rows, *plan.shared))
    return len(left) + sum(len(edition.sections) for edition in plan.editions) * chapters


def _waits(job: Job) -> bool:
    """Whether a job waits for others."""
    return not job.edition or bool(job.format.parts)


def _parts(plan: Plan, edition: Edition, left: Sequence[Job], add: AddStep, known: Collection[str]) -> PartsOf:
    """The steps for whatever the jobs that are left need of an edition, and those whose parts the site shows."""
    own = [job.format for job in left if job.edition and job.edition.name == edition.name]
    site = any(not job.edition for job in left)
    rows = (*own, *(plan.shared if site else ()))
    wanted = frozenset(part for row in own for part in row.parts)
    wanted |= frozenset(part for row in rows for part in row.parts if part == "recording")
    chosen = next((row.options for row in own if "recording" in row.parts), {})
    pdf = f"pdf of {edition.name}"
    return parts_of(plan, edition, wanted, chosen, add, pdf if pdf in known else "")


def _lost(job: Job, error: EverywayError) -> Outcome:
    return Outcome(job, error=error)


def _found(outcome: Outcome) -> Outcome:
    return outcome


def _make(keys: Keys, job: Job, manifest: Manifest = EMPTY, parts: Mapping[str, Parts] = NO_PARTS) -> Outcome:
    """The outcome of a job, which the cache keeps if it is good."""
    outcome = make_job(keys.plan, job, manifest, parts)
    keep(keys.plan, keys.job(job, None if job.edition else manifest), outcome)
    return outcome


def _from_parts(keys: Keys, job: Job, recording: object, pages: object) -> Outcome:
    parts = joined(recording, pages)
    if isinstance(parts, EverywayError):
        return Outcome(job, error=parts, begun=False)
    assert job.edition
    return _make(keys, job, parts={job.edition.name: parts})


def _whole(keys: Keys, job: Job, names: Sequence[str], manifest: Manifest, recordings: Sequence[object]) -> Outcome:
    parts = {name: joined(recording, None) for name, recording in zip(names, recordings, strict=True)}
    for one in parts.values():
        if isinstance(one, EverywayError):
            return Outcome(job, error=one, begun=False)
    return _make(keys, job, manifest, {name: one for name, one in parts.items() if isinstance(one, Parts)})


def _complete(plan: Plan, *outcomes: list[Outcome]) -> tuple[Manifest, tuple[Outcome, ...]]:
    every = [outcome for some in outcomes for outcome in some]
    return assemble(plan, every), tuple(every)
