"""The table of formats as a graph of jobs: editions → formats → manifest → site → manifest of all.

The graph is Dask's, run in this process or shared out among several. Each job is a pure function of the plan and gives
an `Outcome`; a job that fails gives its error as its outcome, so that one failure does not hide the next.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from everyway.building.assemble import assemble
from everyway.building.make import Job, Outcome, Plan, make_job
from everyway.building.workers import workers
from everyway.manifest import Manifest

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

    with Callback(posttask=posttask), workers(min(processes, len(jobs))) as pool:  # type: ignore[no-untyped-call]
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
    editions = [node(job.key, partial(make_job, plan, job)) for job in jobs if job.edition]
    downloads = node("manifest of downloads", partial(assemble, plan), editions)
    whole = [node(job.key, partial(make_job, plan, job), downloads) for job in jobs if not job.edition]
    return node("manifest", partial(_complete, plan), editions, whole)


def _complete(plan: Plan, *outcomes: list[Outcome]) -> tuple[Manifest, tuple[Outcome, ...]]:
    every = [outcome for some in outcomes for outcome in some]
    return assemble(plan, every), tuple(every)
