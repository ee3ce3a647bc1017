"""A build on a real cluster of Dask's on this machine: the same bytes, and what goes wrong is told in plain words."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from everyway.building.build import build
from everyway.building.catalogue import build_catalogue
from everyway.building.cluster import how_to_start
from everyway.building.planning import Request
from everyway.errors import OutsideError
from everyway.reporting.progress import Progress

pytest.importorskip("distributed", reason="distributed, Dask's cluster, is not installed")

LEAFLET = Path(__file__).parents[1] / "publications" / "leaflet"
FORMATS = ("text", "html", "brf")


class Cluster:
    """A scheduler and a worker, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[str]] = []
        scheduler = self._start("scheduler", "--port", "0", "--no-dashboard", "--host", "127.0.0.1")
        self.address = self._told(scheduler, re.compile(r"Scheduler at:\s+(tcp://\S+)"))

    def work(self) -> subprocess.Popen[str]:
        worker = self._start("worker", self.address, "--nthreads", "1", "--no-dashboard", "--no-nanny")
        self._told(worker, re.compile(r"Registered to:\s+(tcp://\S+)"))
        return worker

    def end(self) -> None:
        for process in reversed(self._processes):
            process.kill()
            process.wait()
            assert process.stderr
            process.stderr.close()

    @property
    def scheduler(self) -> subprocess.Popen[str]:
        return self._processes[0]

    def _start(self, *words: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "distributed.cli.dask_" + words[0], *words[1:]],
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._processes.append(process)
        return process

    def _told(self, process: subprocess.Popen[str], pattern: re.Pattern[str]) -> str:
        assert process.stderr
        said = []
        for line in process.stderr:
            said.append(line)
            if found := pattern.search(line):
                return found[1]
        raise AssertionError("".join(said))


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    running = Cluster(tmp_path)
    yield running
    running.end()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(LEAFLET / "content", tmp_path / "project" / "content")
    return tmp_path / "project"


def outputs(project: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((project / "build" / "downloads").iterdir())}


def test_a_cluster_makes_the_same_bytes(cluster: Cluster, project: Path, tmp_path: Path) -> None:
    cluster.work()
    build(project, Request(formats=FORMATS, cluster=cluster.address), Progress())
    there = outputs(project)
    shutil.rmtree(project / "build")
    build(project, Request(formats=FORMATS, cache=str(tmp_path / "other")), Progress())
    assert outputs(project) == there
    assert len(there) == 3 * len(list((project / "content").glob("*/01*.md")))

    other = tmp_path / "other-project"
    shutil.copytree(project / "content", other / "content")
    (told,) = build_catalogue((other,), Request(formats=("odt",), cluster=cluster.address), lambda project: None)
    assert told.error is None
    assert list(outputs(other))


def test_a_worker_that_cannot_do_the_work_is_named(cluster: Cluster, project: Path) -> None:
    with pytest.raises(OutsideError) as nobody:
        build(project, Request(formats=FORMATS, cluster=cluster.address), Progress())
    assert nobody.value.slug == "no-workers"
    assert not list((project / "build").glob("*"))


def test_a_cluster_that_is_not_there_is_told_of(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("everyway.building.cluster._SECONDS", 2)
    with pytest.raises(OutsideError, match=r"No cluster answers at tcp://127\.0\.0\.1:9") as caught:
        build(project, Request(formats=FORMATS, cluster="tcp://127.0.0.1:9"), Progress())
    assert caught.value.slug == "no-cluster"
    assert "everyway cluster" in caught.value.fix
    assert "dask scheduler" in how_to_start("") and "--cache /shared" in how_to_start("/shared")


def test_a_scheduler_that_goes_away_is_told_of_and_nothing_is_half_made(
    cluster: Cluster, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from everyway.building import cluster as room

    cluster.work()
    ask = room.ask_workers

    def lose(*given: object) -> None:
        ask(*given)  # type: ignore[arg-type]
        cluster.scheduler.send_signal(signal.SIGKILL)

    monkeypatch.setattr(room, "ask_workers", lose)
    start = time.monotonic()
    with pytest.raises(OutsideError) as caught:
        build(project, Request(formats=FORMATS, cluster=cluster.address), Progress())
    assert caught.value.slug == "cluster-lost"
    assert time.monotonic() - start < 120
    assert not list((project / "build").glob("*"))
    monkeypatch.undo()
    build(project, Request(formats=FORMATS), Progress())
    assert len(outputs(project)) >= 3
