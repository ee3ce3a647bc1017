"""A process in which an engine speaks: started, asked, and ended from here.

It is in a group of its own, so that the keyboard's Ctrl-C reaches only everyway, and so that it ends with all its
copies. It ends too when everyway is gone, for then its input ends.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import time
from typing import IO, cast

from everyway.speech.voices.wire import Refusal, Setting, arrived, packed

STARTING_SECONDS = 60.0
"""How long an engine may take to load: Kokoro takes about a second on a quiet machine."""

_KEPT = 4000
_PIECE = 1 << 20
"""Bytes: a pipe that holds some seconds of sound lets both sides work on while the other does."""


class WorkerError(Exception):
    """The process gave no answer; `slug` says in a word why, the message what it said itself, if anything."""

    slug = "died"


class WorkerDiedError(WorkerError):
    """The process ended."""


class WorkerSlowError(WorkerError):
    """The process took longer than it may; it has been ended."""

    slug = "slow"


class WorkerRefusedError(WorkerError):
    """The engine itself said that it cannot."""

    slug = "refused"


class Worker:
    """One process with one engine in it."""

    def __init__(self, setting: Setting) -> None:
        """Start it; WorkerError when its engine does not load."""
        self._complaints = bytearray()
        self._process = subprocess.Popen(
            (sys.executable, "-P", "-W", "ignore", "-m", "everyway.speech.voices.worker"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        _widen(self._process.stdout)
        try:
            self.ask(setting, STARTING_SECONDS)
        except BaseException:
            self.end()
            raise

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    def ask(self, value: object, seconds: float) -> object:
        """The answer to a value; WorkerError when there is none within so many seconds. No second try after one."""
        try:
            answer = self._exchange(packed(value), time.monotonic() + seconds)
        except OSError as fault:
            raise WorkerDiedError(self._last_words()) from fault
        if isinstance(answer, Refusal):
            raise WorkerRefusedError(answer.reason)
        return answer

    def end(self) -> None:
        """End it at once, with all its copies; nothing happens when it has ended."""
        if self._process.poll() is None:
            with contextlib.suppress(OSError):
                if hasattr(os, "killpg"):
                    os.killpg(self._process.pid, signal.SIGKILL)
                else:
                    self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _exchange(self, request: bytes, deadline: float) -> object:
        """Write a request and read its answer, in as many pieces as the pipes take."""
        unsent = memoryview(request)
        received = bytearray()
        asked, answers, complaints = self._pipes()
        with selectors.DefaultSelector() as ready:
            ready.register(asked, selectors.EVENT_WRITE)
            ready.register(answers, selectors.EVENT_READ)
            ready.register(complaints, selectors.EVENT_READ)
            while (answer := arrived(received)) is None:
                events = ready.select(max(0.0, deadline - time.monotonic()))
                if not events:
                    raise WorkerSlowError(self._last_words())
                for key, _ in events:
                    if key.fd == asked:
                        unsent = unsent[os.write(asked, unsent[:_PIECE]) :]
                        if not unsent:
                            ready.unregister(asked)
                        continue
                    piece = os.read(key.fd, _PIECE)
                    if key.fd == answers:
                        if not piece:
                            raise WorkerDiedError(self._last_words())
                        received += piece
                    elif piece:
                        self._complained(piece)
                    else:
                        ready.unregister(complaints)
        return answer

    def _pipes(self) -> tuple[int, int, int]:
        process = self._process
        if process.poll() is not None or not (process.stdin and process.stdout and process.stderr):
            raise WorkerDiedError(self._last_words())
        pipes = (process.stdin.fileno(), process.stdout.fileno(), process.stderr.fileno())
        os.set_blocking(pipes[0], False)
        return pipes

    def _complained(self, piece: bytes) -> None:
        self._complaints = (self._complaints + piece)[-_KEPT:]

    def _last_words(self) -> str:
        """The last line it wrote to standard error, or how it ended."""
        complaints = self._process.stderr
        if complaints and self._process.poll() is not None:
            with contextlib.suppress(OSError, ValueError):
                os.set_blocking(complaints.fileno(), False)
                self._complained(os.read(complaints.fileno(), _PIECE))
        lines = self._complaints.decode("utf-8", "replace").strip().splitlines()
        if lines:
            return lines[-1].strip()
        code = cast(int | None, self._process.returncode)
        return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}" if code is not None else ""


def _widen(pipe: IO[bytes] | None) -> None:
    """Let a pipe hold `_PIECE` bytes, where that can be done."""
    if sys.platform == "linux" and pipe:
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIECE)
