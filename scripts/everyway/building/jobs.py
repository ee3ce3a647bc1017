"""The table of formats as a graph of jobs: editions → parts → formats → manifest → site → manifest of all.

The graph is Dask's, run in this process or shared out among several. Each job is a pure function of the plan and gives
an `Outcome`; a job that fails gives its error as its outcome, so that one failure does not hide the next.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from everyway.building.assemble import assemble
from everyway.building.make import Job, Outcome, Plan, make_job
from everyway.building.parts import Node, PartsOf, joined, parts_of
from everyway.building.workers import workers
from everyway.errors import EverywayError
from everyway.manifest import Manifest
from everyway.model import Edition
from everyway.writing.parts import Parts

if TYPE_CHECKING:
    from dask.delayed import Delayed


def run(plan: Plan, done: Callable[[Job], None], processes: int = 1) -> tuple[Manifest, tuple[Outcome, ...]]:
    """The manifest and every job's outcome, in the order of the table; `done` is told of each job as it ends.

    With more than one of `processes` jobs run side by side; the result is the same to the last byte.
    """
    from dask.callbacks import Callback
    from dask.local import get_sync
    from dask.multiprocessing import get

    jobs = {job.key: job for job in plan.jobs()}
    end = graph(plan)

    def posttask(key: object, *_: object) -> None:
        if isinstance(key, str) and key in jobs:
            done(jobs[key])

    with Callback(posttask=posttask), workers(min(processes, _most(plan, jobs))) as pool:  # type: ignore[no-untyped-call]
        result: tuple[Manifest, tuple[Outcome, ...]]
        if pool is None:
            result = get_sync(end.__dask_graph__(), end.key)
        else:
            # Tasks are handed out one by one, and not joined: each is long, and each is a step of the progress shown.
            result = get(end.__dask_graph__(), end.key, pool=pool, chunksize=1, optimize_graph=False)
    return result


def graph(plan: Plan) -> Delayed:
    """The plan as one delayed value: `(manifest, outcomes)`.

    The plan is bound to each function, not passed to it: Dask would otherwise walk through the whole model in search of
    delayed values.
    """
    from dask.delayed import delayed

    def node(name: str, function: Callable[..., object], *needs: object) -> Delayed:
        value: Delayed = delayed(function, name=name, traverse=False)(*needs, dask_key_name=name)
        return value

    jobs = tuple(plan.jobs())
    made: dict[str, Delayed] = {job.key: node(job.key, partial(make_job, plan, job)) for job in jobs if not _waits(job)}
    parts = {edition.name: _parts(plan, edition, node, made) for edition in plan.publication.editions}
    for job in jobs:
        if job.edition and job.format.parts:
            given = parts[job.edition.name].given(job.format.parts)
            made[job.key] = node(job.key, partial(_from_parts, plan, job), *given)
    editions = [made[job.key] for job in jobs if job.edition]
    downloads = node("manifest of downloads", partial(assemble, plan), editions)
    recordings = [(name, one.recording) for name, one in parts.items() if one.recording is not None]
    names, recorded = [name for name, _ in recordings], [recording for _, recording in recordings]
    whole = [node(job.key, partial(_whole, plan, job, names), downloads, recorded) for job in jobs if not job.edition]
    return node("manifest", partial(_complete, plan), editions, whole)


def _most(plan: Plan, jobs: Collection[str]) -> int:
    """How many steps there may be to do side by side: a recording alone has one for each chapter."""
    chapters = any("recording" in row.parts for row in (*plan.formats, *plan.shared))
    return len(jobs) + sum(len(edition.sections) for edition in plan.editions) * chapters


def _waits(job: Job) -> bool:
    """Whether a job waits for others."""
    return not job.edition or bool(job.format.parts)


def _parts(plan: Plan, edition: Edition, node: Node, made: Mapping[str, Delayed]) -> PartsOf:
    """The steps for whatever the plan's formats need of an edition, and those whose parts the site shows."""
    own = [row for row in plan.formats if row.scope == "edition" and edition in plan.editions]
    site = any(row.scope == "publication" for row in plan.formats)
    rows = (*own, *(plan.shared if site else ()))
    wanted = frozenset(part for row in own for part in row.parts)
    wanted |= frozenset(part for row in rows for part in row.parts if part == "recording")
    chosen = next((row.options for row in own if "recording" in row.parts), {})
    return parts_of(plan, edition, wanted, chosen, node, made.get(f"pdf of {edition.name}"))


def _from_parts(plan: Plan, job: Job, recording: object, pages: object) -> Outcome:
    parts = joined(recording, pages)
    if isinstance(parts, EverywayError):
        return Outcome(job, error=parts, begun=False)
    assert job.edition
    return make_job(plan, job, parts={job.edition.name: parts})


def _whole(plan: Plan, job: Job, names: Sequence[str], manifest: Manifest, recordings: Sequence[object]) -> Outcome:
    parts = {name: joined(recording, None) for name, recording in zip(names, recordings, strict=True)}
    for one in parts.values():
        if isinstance(one, EverywayError):
            return Outcome(job, error=one, begun=False)
    return make_job(plan, job, manifest, {name: one for name, one in parts.items() if isinstance(one, Parts)})


def _complete(plan: Plan, *outcomes: list[Outcome]) -> tuple[Manifest, tuple[Outcome, ...]]:
    every = [outcome for some in outcomes for outcome in some]
    return assemble(plan, every), tuple(every)
