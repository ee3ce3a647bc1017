"""The processes that steps are done in, side by side."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.context import BaseContext

from everyway.errors import ToolError


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class WorkerDied(ToolError):  # noqa: N818  # what happened, not what is wrong
    """A process of the pool was ended from outside."""


@contextmanager
def workers(count: int, modules: Sequence[str] = ()) -> Iterator[ProcessPoolExecutor]:
    """A pool of `count` processes. Whatever ends the work early, Ctrl-C too, ends them.

    The `modules` are loaded once, before the processes part. Raises WorkerDied when one of them dies.
    """
    with _ctrl_c_waits():
        pool = ProcessPoolExecutor(count, mp_context=_context(modules), initializer=_begin)
        for _ in range(count):  # the pool starts a process for each task that finds none idle
            pool.submit(_ready)
    try:
        yield pool
    except BrokenProcessPool as broken:
        raise WorkerDied(
            "worker-died",
            "A process that was making a format was ended from outside.",
            why="Nothing has been published; what was built before is still there.",
            fix="See whether the machine has run out of memory, then build again.",
        ) from broken
    except BaseException:
        _end_all()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _context(modules: Sequence[str]) -> BaseContext:
    """How processes start: from one that never runs threads where there can be one, as a copy of threads may hang."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver

    # A process that starts while Ctrl-C is ignored ignores it too: it is for this one, which ends the others itself.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    multiprocessing.set_forkserver_preload([*modules])
    # What computes with numbers would start threads of its own in the process that the others are copies of.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        forkserver.ensure_running()
    finally:
        signal.signal(signal.SIGINT, before)
    return multiprocessing.get_context("forkserver")


@contextmanager
def _ctrl_c_waits() -> Iterator[None]:
    """Ctrl-C takes effect at the end of this: in the middle, a process would be started that nobody knows of."""
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        _end_all()
        raise KeyboardInterrupt


def _end_all() -> None:
    children = multiprocessing.active_children()
    for child in children:
        child.terminate()
    for child in children:
        child.join()


def _begin() -> None:
    """What a process does first: Ctrl-C is left to its parent, and what is loaded is out of every look at memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.collect()
    gc.freeze()


def _ready() -> None:
    """What a process does first: nothing."""
