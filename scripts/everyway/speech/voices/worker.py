"""The process of a voice: `python -m everyway.speech.voices.worker` reads requests and answers with sound.

It ends when whoever started it does, for its input ends then, and it knows no keyboard. What engines print goes to its
standard error, never between the answers. Keep it small: each request to a forking engine is answered by a copy of it.
"""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
from typing import BinaryIO, cast

from everyway.speech.voices.engines import Engine
from everyway.speech.voices.wire import Refusal, Request, Setting, packed, read

READY = "ready"
"""The first answer, when the engine is loaded."""


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Load the engine that the first value asks for, then answer each request in turn until there are no more."""
    setting = cast(Setting | None, read(requests))
    if setting is None:
        return
    try:
        engine = _loaded(setting)
    except Exception as fault:
        _answer(answers, Refusal(f"{type(fault).__name__}: {fault}"))
        return
    _answer(answers, READY)
    gc.freeze()
    while (request := cast(Request | None, read(requests))) is not None:
        if engine.forks and hasattr(os, "fork"):
            _in_a_copy(engine, request, answers)
        else:
            _spoken(engine, request, answers)


def _loaded(setting: Setting) -> Engine:
    module = importlib.import_module(f"everyway.speech.voices.engines.{setting.engine}")
    return cast(Engine, module.load(setting))


def _in_a_copy(engine: Engine, request: Request, answers: BinaryIO) -> None:
    """Answer from a copy of this process; when the copy dies its answer may be half said, so this one ends too."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        if status:
            raise SystemExit(f"the copy that spoke ended with status {status}")
        return
    status = 1
    try:
        _spoken(engine, request, answers)
        status = 0
    finally:
        os.kill(os.getpid(), signal.SIGKILL) if status else os._exit(0)


def _spoken(engine: Engine, request: Request, answers: BinaryIO) -> None:
    # The one who asks sees to the time; this is for the case that nobody asks any more.
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, request.seconds + 5)
    try:
        answer: object = [engine.speak(tokens, language) for tokens, language in request.said]
    except Exception as fault:
        answer = Refusal(f"{type(fault).__name__}: {fault}")
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)
    _answer(answers, answer)


def _answer(answers: BinaryIO, value: object) -> None:
    answers.write(packed(value))
    answers.flush()


def main() -> None:
    """Serve on this process's own input and output, which nothing else may touch from here on."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    serve(requests, answers)


if __name__ == "__main__":
    main()
