"""The table of formats as a graph of jobs: editions → parts → formats → manifest → site → manifest of all.

The graph is Dask's, run in this process or shared out among several. Each job is a pure function of the plan and gives
an `Outcome`; a job that fails gives its error as its outcome, so that one failure does not hide the next. What the
cache has needs no job: only what is left is in the graph, and where nothing is, there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from everyway.building.assemble import assemble
from everyway.building.kept import keep, restore
from everyway.building.keys import Keys
from everyway.building.make import NO_PARTS, Job, Outcome, Plan, make_job
from everyway.building.parts import Node, PartsOf, joined, parts_of
from everyway.building.workers import workers
from everyway.errors import EverywayError
from everyway.manifest import EMPTY, Manifest
from everyway.model import Edition
from everyway.writing.parts import Parts

if TYPE_CHECKING:
    from dask.delayed import Delayed


def run(plan: Plan, done: Callable[[Job], None], processes: int = 1) -> tuple[Manifest, tuple[Outcome, ...]]:
    """The manifest and every job's outcome, in the order of the table; `done` is told of each job as it ends.

    With more than one of `processes` jobs run side by side; the result is the same to the last byte.
    """
    keys = Keys.of(plan)
    found = known(keys)
    for job in plan.jobs():
        if job.key in found:
            done(job)
    if all(job.key in found for job in plan.jobs()):
        return _complete(plan, [found[job.key] for job in plan.jobs()])
    return _made(keys, found, done, processes)


def _made(
    keys: Keys, found: Mapping[str, Outcome], done: Callable[[Job], None], processes: int
) -> tuple[Manifest, tuple[Outcome, ...]]:
    from dask.callbacks import Callback
    from dask.local import get_sync
    from dask.multiprocessing import get

    left = {job.key: job for job in keys.plan.jobs() if job.key not in found}
    end = graph(keys, found)

    def posttask(key: object, *_: object) -> None:
        if isinstance(key, str) and key in left:
            done(left[key])

    with Callback(posttask=posttask), workers(min(processes, _most(keys.plan, left))) as pool:  # type: ignore[no-untyped-call]
        result: tuple[Manifest, tuple[Outcome, ...]]
        if pool is None:
            result = get_sync(end.__dask_graph__(), end.key)
        else:
            # Tasks are handed out one by one, and not joined: each is long, and each is a step of the progress shown.
            result = get(end.__dask_graph__(), end.key, pool=pool, chunksize=1, optimize_graph=False)
    return result


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


def graph(keys: Keys, found: Mapping[str, Outcome]) -> Delayed:
    """What is left of a plan as one delayed value: `(manifest, outcomes)`; `found` are the outcomes that are there.

    The plan is bound to each function, not passed to it: Dask would otherwise walk through the whole model in search of
    delayed values.
    """
    from dask.delayed import delayed

    plan = keys.plan

    def node(name: str, function: Callable[..., object], *needs: object) -> Delayed:
        value: Delayed = delayed(function, name=name, traverse=False)(*needs, dask_key_name=name)
        return value

    jobs = tuple(plan.jobs())
    made: dict[str, Delayed] = {key: node(key, partial(_found, outcome)) for key, outcome in found.items()}
    left = [job for job in jobs if job.key not in found]
    made |= {job.key: node(job.key, partial(_make, keys, job)) for job in left if not _waits(job)}
    parts = {edition.name: _parts(plan, edition, left, node, made) for edition in plan.publication.editions}
    for job in left:
        if job.edition and job.format.parts:
            given = parts[job.edition.name].given(job.format.parts)
            made[job.key] = node(job.key, partial(_from_parts, keys, job), *given)
    editions = [made[job.key] for job in jobs if job.edition]
    downloads = node("manifest of downloads", partial(assemble, plan), editions)
    recordings = [(name, one.recording) for name, one in parts.items() if one.recording is not None]
    names, recorded = [name for name, _ in recordings], [recording for _, recording in recordings]
    whole = [
        made[job.key] if job.key in found else node(job.key, partial(_whole, keys, job, names), downloads, recorded)
        for job in jobs
        if not job.edition
    ]
    return node("manifest", partial(_complete, plan), editions, whole)


def _most(plan: Plan, left: Mapping[str, Job]) -> int:
    """How many steps there may be to do side by side: a recording alone has one for each chapter."""
    rows = [job.format for job in left.values()]
    chapters = any("recording" in row.parts for row in (*rows, *plan.shared))
    return len(left) + sum(len(edition.sections) for edition in plan.editions) * chapters


def _waits(job: Job) -> bool:
    """Whether a job waits for others."""
    return not job.edition or bool(job.format.parts)


def _parts(plan: Plan, edition: Edition, left: Sequence[Job], node: Node, made: Mapping[str, Delayed]) -> PartsOf:
    """The steps for whatever the jobs that are left need of an edition, and those whose parts the site shows."""
    own = [job.format for job in left if job.edition and job.edition.name == edition.name]
    site = any(not job.edition for job in left)
    rows = (*own, *(plan.shared if site else ()))
    wanted = frozenset(part for row in own for part in row.parts)
    wanted |= frozenset(part for row in rows for part in row.parts if part == "recording")
    chosen = next((row.options for row in own if "recording" in row.parts), {})
    return parts_of(plan, edition, wanted, chosen, node, made.get(f"pdf of {edition.name}"))


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
