"""How long a step may take and how much memory: what runs wild is ended and named, and the others go on."""

from __future__ import annotations

import faulthandler
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from everyway.errors import OutsideError

_TICK = 0.25
"""Seconds between two looks at the clock and the memory."""

_GRACE = 30
"""Seconds after its time in which a step that no error reaches, for it is deep in some library, is ended by force."""


class LimitError(OutsideError):
    """A step went beyond a limit."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one step: `seconds` by the clock, `megabytes` of memory; 0 for none."""

    seconds: float = 1800
    megabytes: int = 0


@contextmanager
def limited(name: str, limits: Limits) -> Iterator[None]:
    """Within this, the step of that name is held to its limits; LimitError when it goes beyond them.

    Only the main thread of a process can be interrupted: in another there are no limits.
    """
    if not (limits.seconds or limits.megabytes) or threading.current_thread() is not threading.main_thread():
        yield
        return
    start = time.monotonic()

    def look(_: int, __: FrameType | None) -> None:
        if limits.seconds and time.monotonic() - start > limits.seconds:
            raise _too_long(name, limits.seconds)
        if limits.megabytes and _megabytes() > limits.megabytes:
            raise _too_big(name, limits.megabytes)

    before = signal.signal(signal.SIGALRM, look)
    signal.siginterrupt(signal.SIGALRM, False)
    signal.setitimer(signal.ITIMER_REAL, _TICK, _TICK)
    if limits.seconds:
        faulthandler.dump_traceback_later(limits.seconds + _GRACE, exit=True)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        faulthandler.cancel_dump_traceback_later()


def _megabytes() -> float:
    """The memory that this process holds; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as facts:  # noqa: PTH123  # quick, four times a second
            return int(facts.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, ValueError, IndexError):
        return 0


def _too_long(name: str, seconds: float) -> LimitError:
    return LimitError(
        "step-too-long",
        f"“{name}” took longer than {seconds:g} seconds, and was ended.",
        why="A step that never ends would keep all others waiting.",
        fix="See whether the machine is very busy, or give it more time: --time-limit SECONDS.",
    )


def _too_big(name: str, megabytes: int) -> LimitError:
    return LimitError(
        "step-too-big",
        f"“{name}” needed more than {megabytes} MB of memory, and was ended.",
        why="A step that takes all memory would end the others too.",
        fix="See whether a picture or table is far too big, or allow more memory: --memory-limit MEGABYTES.",
    )
