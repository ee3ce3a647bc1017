"""A build on a cluster of Dask's: its workers fill the cache, and this machine takes everything from there.

So workers need nothing but everyway, its tools and the cache: a folder that all machines share, or a store by its URL.
Each is asked first whether it can reach the cache and makes the same bytes. What fails there is told as it is here.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from everyway.building.keys import Keys
from everyway.building.limits import Limits
from everyway.building.make import Job, Outcome, Plan
from everyway.building.shipment import Shipment, arrived, shipped
from everyway.building.state import MAKERS, code_state, tool_state
from everyway.cache import Cache, key_of
from everyway.errors import OutsideError, ToolError
from everyway.writing.formats import Format

if TYPE_CHECKING:
    from distributed import Client, Future

_SECONDS = 20
"""How long the scheduler may take to answer."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker is asked for: formats of editions, into a cache, within limits."""

    formats: tuple[Format, ...]
    editions: tuple[str, ...]
    cache: Cache
    limits: Limits


def make_on_cluster(plan: Plan, address: str) -> Mapping[str, Outcome]:
    """Have the workers at an address make what the cache has not; the outcomes of the jobs that failed, by their keys.

    The jobs of the whole publication are left to this machine: they need the files of all others. OutsideError when
    there is no cluster, when a worker could not do this work, or when the cluster is lost in the middle.
    """
    keys = Keys.of(plan)
    left = {job.key: job for job in plan.jobs() if job.edition and plan.cache.get(keys.job(job)) is None}
    if not left:
        return {}
    sent = shipped(plan.publication, plan.root)
    graph = {name: (partial(_make, sent, _order(plan, job)), _before(job, left)) for name, job in left.items()}
    with connected(address) as client:
        ask_workers(client, plan.cache)
        futures: list[Future] = client.get(graph, list(left), sync=False)
        given = {name: _given(future, left[name], address) for name, future in zip(left, futures, strict=True)}
    return {name: outcome for name, outcome in given.items() if outcome is not None}


def fill_cache(plans: Sequence[Plan], address: str) -> None:
    """Have the workers at an address make all that is left of many publications, one publication a task.

    What fails there is not told: it fails again where the publications are put together, and is told there.
    """
    with connected(address) as client:
        for plan in plans[:1]:
            ask_workers(client, plan.cache)
        futures = []
        for plan in plans:
            rows = tuple(row for row in plan.formats if row.scope == "edition")
            order = Order(rows, tuple(edition.name for edition in plan.editions), plan.cache, plan.limits)
            futures.append(client.submit(_make, shipped(plan.publication, plan.root), order, pure=False))
        for future in futures:
            with suppress(Exception):
                future.result()


@contextmanager
def connected(address: str) -> Iterator[Client]:
    """A client of the scheduler at an address; ToolError when Dask's cluster is not installed or nobody answers."""
    try:
        from distributed import Client
    except ImportError:
        raise ToolError(
            "no-distributed",
            "Building on a cluster needs the package “distributed”, which is not installed.",
            fix="Install it here and on every worker: scripts/setup cluster. Or leave --cluster out.",
        ) from None
    try:
        client = Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise OutsideError(
            "no-cluster",
            f"No cluster answers at {address} ({error}).",
            why="Nothing was made; what was built before is still there.",
            fix="See whether the scheduler runs and the address is right. “everyway cluster” says how to start one.",
        ) from error
    with client:
        yield client


def ask_workers(client: Client, cache: Cache) -> None:
    """Ask every worker whether it can do the work; OutsideError with the answer of the first that cannot."""
    probe = key_of("probe of a cluster")
    cache.put(probe, b"everyway")
    answers: Mapping[str, str] = client.run(_lack, cache, probe, code_state(), tool_state(MAKERS, cache))
    if not answers:
        raise OutsideError(
            "no-workers",
            "The cluster has no workers.",
            fix="Start some. “everyway cluster” says how.",
        )
    for worker, lack in sorted(answers.items()):
        if lack:
            raise OutsideError(
                "unfit-worker",
                f"The worker {worker} cannot do this work: {lack}.",
                why="Every machine has to make the same bytes, and hand them on through the cache.",
                fix="Install the same everyway and tools there, and give a cache that all can reach: --cache PLACE.",
            )


def _lack(cache: Cache, probe: str, code: str, tools: str) -> str:
    """What a worker lacks to do the work of a plan, in words; "" for nothing."""
    if code_state() != code:
        return "its everyway, Python or packages are not those of this machine"
    if tool_state(MAKERS, cache) != tools:
        return "its tools are not those of this machine, or of other versions"
    if cache.get(probe) != b"everyway":
        return f"it does not find in the cache what this machine has put there ({cache})"
    return ""


def _order(plan: Plan, job: Job) -> Order:
    assert job.edition
    return Order((job.format,), (job.edition.name,), plan.cache, plan.limits)


def _before(job: Job, left: Mapping[str, Job]) -> list[str]:
    """The jobs to be done first: those that make, and leave in the cache, what this one is made from."""
    assert job.edition
    name = job.edition.name
    first = [f"pdf of {name}"] if "pages" in job.format.parts else []
    if "recording" in job.format.parts and job.format.name != "mp3":
        first.append(f"mp3 of {name}")
    return [each for each in first if each in left]


def _make(sent: Shipment, order: Order, _: object = None) -> Outcome | None:
    """On a worker: make what is ordered, into the cache. The first outcome that failed, if any did."""
    from everyway.building.jobs import run

    with tempfile.TemporaryDirectory(prefix="everyway-") as folder:
        root, made = Path(folder, "project"), Path(folder, "made")
        root.mkdir()
        made.mkdir()
        whole = arrived(sent, root)
        editions = tuple(whole.edition(name) for name in order.editions)
        plan = Plan(whole, order.formats, editions, made, "", cache=order.cache, root=root, limits=order.limits)
        _, outcomes = run(plan, lambda job: None)
        failed = next((outcome for outcome in outcomes if outcome.failed), None)
        return replace(failed, artifacts=(), checks={}, hashes={}) if failed else None


def _given(future: Future, job: Job, address: str) -> Outcome | None:
    """What a worker gave for a job; an outcome with an error when it ended every worker that tried it."""
    from distributed.scheduler import KilledWorker

    try:
        outcome: Outcome | None = future.result()
    except KilledWorker:
        error = OutsideError(
            "worker-died",
            f"“{job.title}” ended every worker that tried it.",
            why="A worker that takes more memory than it may have is ended, for one.",
            fix="See what the workers have written, then build again: a second build does only what is left.",
        )
        return Outcome(job, error=error)
    except Exception as error:  # whatever a lost connection looks like from here
        raise OutsideError(
            "cluster-lost",
            f"The cluster at {address} was lost in the middle of the work ({type(error).__name__}: {error}).",
            why="Nothing was published; what was built before is still there.",
            fix="Start the cluster again, or leave --cluster out. A second build does only what is left.",
        ) from error
    return outcome


def how_to_start(cache: str) -> str:
    """In words: how a cluster is started, and a build on it."""
    return _HOW.format(cache=cache or "s3://BUCKET/FOLDER")


_HOW = """\
On every machine, once, in a copy of everyway:

    scripts/setup cluster

On one of them, the scheduler:

    .venv/bin/dask scheduler --port 8786

On each that is to work, one worker for each processor; it needs the right to use the cache:

    .venv/bin/dask worker tcp://SCHEDULER:8786 --nworkers auto --nthreads 1

Then, from here:

    everyway build --cluster tcp://SCHEDULER:8786 --cache {cache}

The machines hand on their work through the cache: a store by its URL, or a folder that all of them share.
Start a cluster only in a network that you trust: whoever reaches the scheduler can run programs on its workers."""
