"""The table of formats as a graph of jobs: editions → formats → manifest → site → manifest of all.

The graph is Dask's, run here in this process. Each job is a pure function of the plan and gives an `Outcome`; a job
that fails gives its error as its outcome, so that one failure does not hide the next.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from everyway.building.assemble import assemble
from everyway.building.make import Job, Outcome, Plan, make_job
from everyway.manifest import Manifest


def run(plan: Plan, done: Callable[[Job], None]) -> tuple[Manifest, tuple[Outcome, ...]]:
    """The manifest and every job's outcome, in the order of the table; `done` is told of each job as it ends."""
    from dask.base import compute
    from dask.callbacks import Callback

    jobs = {job.key: job for job in plan.jobs()}

    def posttask(key: object, *_: object) -> None:
        if isinstance(key, str) and key in jobs:
            done(jobs[key])

    with Callback(posttask=posttask):  # type: ignore[no-untyped-call]  # dask has no types
        result: tuple[Manifest, tuple[Outcome, ...]]
        (result,) = compute(graph(plan), scheduler="synchronous")  # type: ignore[no-untyped-call]
    return result


def graph(plan: Plan) -> object:
    """The plan as one delayed value: `(manifest, outcomes)`.

    The plan is bound to each function, not passed to it: Dask would otherwise walk through the whole model in search of
    delayed values.
    """
    from dask.delayed import delayed

    def node(name: str, function: Callable[..., object], *needs: object) -> object:
        return delayed(function, name=name, traverse=False)(*needs, dask_key_name=name)

    jobs = tuple(plan.jobs())
    editions = [node(job.key, partial(make_job, plan, job)) for job in jobs if job.edition]
    downloads = node("manifest of downloads", partial(assemble, plan), editions)
    whole = [node(job.key, partial(make_job, plan, job), downloads) for job in jobs if not job.edition]
    return node("manifest", partial(_complete, plan), editions, whole)


def _complete(plan: Plan, *outcomes: list[Outcome]) -> tuple[Manifest, tuple[Outcome, ...]]:
    every = [outcome for some in outcomes for outcome in some]
    return assemble(plan, every), tuple(every)
