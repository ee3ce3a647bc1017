"""Steps and what each needs, as a graph of Dask's: done in this process or side by side in several.

A process that is ended from outside takes down only the step that it was doing: that is tried once more, alone, and
when it ends its process again, it is named, and everything that does not need it is done all the same.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from everyway.building.limits import LimitError, Limits, limited
from everyway.building.workers import WorkerDied, workers
from everyway.errors import EverywayError, OutsideError
from everyway.memory import steady_memory

Need = str | tuple[str, ...]
"""The name of a step whose value is needed, or the names of several, whose values come as a list."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its function takes the values of its `needs`. `lost` gives its value when its process was ended.

    `title` is what a person reads of it. The value of a step that is `light` is held until the end, so that it need not
    be done again when the process of another one was ended.
    """

    name: str
    function: Callable[..., object]
    needs: tuple[Need, ...]
    lost: Callable[[EverywayError], object]
    title: str = ""
    light: bool = False


@dataclass(slots=True)
class Steps:
    """The steps of a graph by their names, and the limits of each; `modules` are those that most of them load."""

    limits: Limits = field(default_factory=Limits)
    modules: tuple[str, ...] = ()
    known: dict[str, Step] = field(default_factory=dict)

    def add(self, step: Step) -> str:
        """Add a step; its name."""
        self.known[step.name] = step
        return step.name


def perform(steps: Steps, end: str, processes: int, done: Callable[[str], None]) -> object:
    """The value of the step named `end`; `done` is told the name of each step as it ends.

    With more than one of `processes`, steps are done side by side.
    """
    if processes < 2:
        return _InThisProcess(steps, done).value(end)
    with tempfile.TemporaryDirectory(prefix="everyway-") as marks:
        return _SideBySide(steps, done, Path(marks)).value(end, processes)


class _InThisProcess:
    def __init__(self, steps: Steps, done: Callable[[str], None]) -> None:
        self._steps = steps
        self._done = done
        self._given: dict[str, object] = {}

    def value(self, end: str) -> object:
        from dask.local import get_sync

        with self._told():
            return get_sync(self._graph(end), end)

    def _told(self) -> AbstractContextManager[object]:
        """While this lasts, each step is told of as it ends, and what is light is held."""
        from dask.callbacks import Callback

        def posttask(name: str, value: object, *_: object) -> None:
            step = self._steps.known.get(name)
            if step and name not in self._given:
                if step.light:
                    self._given[name] = value
                self._done(name)

        callback: AbstractContextManager[object] = Callback(posttask=posttask)  # type: ignore[no-untyped-call]
        return callback

    def _graph(self, end: str) -> dict[str, tuple[object, ...]]:
        """What the step needs and is not given, as Dask takes it: by name, a function and the names of its needs."""
        graph: dict[str, tuple[object, ...]] = {}
        wanted = [end]
        while wanted:
            name = wanted.pop()
            if name in graph:
                continue
            if name in self._given:
                graph[name] = (partial(_given, self._given[name]),)
                continue
            step = self._steps.known[name]
            needs = [need if isinstance(need, str) else list(need) for need in step.needs]
            graph[name] = (self._function(step), *needs)
            wanted += [each for need in step.needs for each in ([need] if isinstance(need, str) else need)]
        return graph

    def _function(self, step: Step) -> Callable[..., object]:
        return partial(_within_limits, step, self._steps.limits)


class _SideBySide(_InThisProcess):
    """In several processes. Each leaves a mark as it begins a step, and takes it away as it ends it."""

    def __init__(self, steps: Steps, done: Callable[[str], None], marks: Path) -> None:
        super().__init__(steps, done)
        self._marks = marks

    def value(self, end: str, processes: int = 2) -> object:
        deaths: Counter[str] = Counter()
        alone: list[str] = []
        while True:
            try:
                while alone:
                    self._given[alone[0]] = self._get(alone[0], 1)
                    del alone[0]
                return self._get(end, processes)
            except WorkerDied as died:
                running = self._taken_marks()
                if not running:
                    raise
                deaths.update(running)
                for name in running:
                    if deaths[name] > 1:
                        self._given[name] = self._steps.known[name].lost(_ended(self._steps.known[name], died))
                alone = [name for name in dict.fromkeys([*alone, *running]) if name not in self._given]

    def _get(self, end: str, processes: int) -> object:
        from dask.multiprocessing import get

        with self._told(), workers(processes, self._steps.modules) as pool:
            # Handed out one by one, and not joined: each is long, and each is a step of the progress shown.
            return get(self._graph(end), end, pool=pool, chunksize=1, optimize_graph=False)

    def _function(self, step: Step) -> Callable[..., object]:
        return partial(_marked, self._marks, super()._function(step), step.name)

    def _taken_marks(self) -> list[str]:
        names = []
        for mark in sorted(self._marks.iterdir()):
            names.append(mark.read_text("utf-8"))
            mark.unlink()
        return names


def _given(value: object) -> object:
    return value


def _within_limits(step: Step, limits: Limits, *needs: object) -> object:
    try:
        with limited(step.title or step.name, limits), steady_memory():
            return step.function(*needs)
    except LimitError as error:  # past whatever the step itself makes of errors
        return step.lost(error)


def _marked(folder: Path, function: Callable[..., object], name: str, *needs: object) -> object:
    mark = folder / hashlib.sha256(name.encode()).hexdigest()
    aside = mark.with_suffix(f".{os.getpid()}")
    aside.write_text(name, "utf-8")
    aside.rename(mark)
    try:
        return function(*needs)
    finally:
        mark.unlink(missing_ok=True)


def _ended(step: Step, died: WorkerDied) -> OutsideError:
    return OutsideError(
        "worker-died",
        f"“{step.title or step.name}”: the process that was doing it was ended from outside, twice.",
        why=died.why,
        fix="See whether the machine has run out of memory, then run the command again: it does only what is left.",
    )
