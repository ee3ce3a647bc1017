"""Steps side by side in real processes: what is killed, too slow or too big is named, and the others are done."""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from everyway.building.limits import Limits
from everyway.building.steps import Need, Step, Steps, perform
from everyway.errors import EverywayError, ToolError


def lost(error: EverywayError) -> str:
    return f"lost: {error.slug}"


def say(word: str, *needs: object) -> str:
    return " ".join([word, *(" ".join(need) if isinstance(need, list) else str(need) for need in needs)])


def die(folder: Path, times: int) -> str:
    """Kills its own process so often; then it says that it is well."""
    deaths = len(list(folder.iterdir()))
    if deaths < times:
        (folder / f"death-{deaths}").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "well"


def wait(seconds: float) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(0.05)
    return "waited"


def swell(megabytes: int) -> str:
    held = [bytearray(1_000_000) for _ in range(megabytes)]
    for block in held:
        block[::4096] = b"x" * len(block[::4096])
    wait(2)
    return f"{len(held)} MB"


def fail() -> str:
    raise ToolError("voice-died", "The voice died.", fix="Start it again.")


def steps(*rows: tuple[str, object, tuple[Need, ...]], limits: Limits | None = None) -> Steps:
    made = Steps(limits or Limits())
    for name, function, needs in rows:
        assert callable(function)
        made.add(Step(name, function, needs, lost, f"The {name}", light=True))
    return made


@pytest.mark.parametrize("processes", [1, 2])
def test_steps_get_the_values_of_what_they_need(processes: int) -> None:
    told: list[str] = []
    graph = steps(
        ("a", partial(say, "a"), ()),
        ("b", partial(say, "b"), ("a",)),
        ("c", partial(say, "c"), ("b", ("a", "b"))),
        ("never", partial(say, "never"), ()),
    )
    assert perform(graph, "c", processes, told.append) == "c b a a b a"
    assert sorted(told) == ["a", "b", "c"]


def test_a_step_whose_process_is_killed_once_is_done_again(tmp_path: Path) -> None:
    graph = steps(
        ("ill", partial(die, tmp_path, 1), ()),
        ("others", partial(say, "others"), ()),
        ("end", partial(say, "end"), ("ill", "others")),
    )
    assert perform(graph, "end", 2, lambda name: None) == "end well others"


def test_a_step_that_is_killed_again_is_named_and_the_others_are_done(tmp_path: Path) -> None:
    rows: list[tuple[str, object, tuple[Need, ...]]] = [(f"s{n}", partial(say, f"s{n}"), ()) for n in range(6)]
    rows.insert(3, ("ill", partial(die, tmp_path, 99), ()))
    graph = steps(*rows, ("end", partial(say, "end"), (("ill", "s0", "s1", "s2", "s3", "s4", "s5"),)))
    assert perform(graph, "end", 2, lambda name: None) == "end lost: worker-died s0 s1 s2 s3 s4 s5"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("processes", [1, 2])
def test_a_step_beyond_its_time_is_ended(processes: int) -> None:
    graph = steps(
        ("slow", partial(wait, 60), ()),
        ("quick", partial(wait, 0), ()),
        ("end", partial(say, "end"), ("slow", "quick")),
        limits=Limits(seconds=0.5),
    )
    start = time.monotonic()
    assert perform(graph, "end", processes, lambda name: None) == "end lost: step-too-long waited"
    assert time.monotonic() - start < 50


def test_a_step_beyond_its_memory_is_ended() -> None:
    graph = steps(
        ("big", partial(swell, 600), ()),
        ("small", partial(swell, 1), ()),
        ("end", partial(say, "end"), ("big", "small")),
        limits=Limits(megabytes=400),
    )
    assert perform(graph, "end", 2, lambda name: None) == "end lost: step-too-big 1 MB"


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_that_nobody_caught_is_not_lost(processes: int) -> None:
    with pytest.raises(ToolError, match="The voice died"):
        perform(steps(("bad", fail, ()), ("end", partial(say, "end"), ("bad",))), "end", processes, lambda name: None)
