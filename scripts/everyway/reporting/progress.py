"""How a build goes, for the person who waits: a progress bar on a terminal, plain lines anywhere else.

A screen reader, a log file or `NO_COLOR` gets one plain line a finished job, with no cursor movement at all.
"""

import os
from typing import TextIO

import click


class Progress:
    """Somebody who is told how a build goes; this one listens to nothing."""

    def start(self, jobs: int, what: str = "format", doing: str = "Making") -> None:
        """So many jobs are about to run: `doing` to each of them, which is a `what`."""

    def done(self, title: str) -> None:
        """The job of this title has ended."""


class Lines(Progress):
    """One plain line for each job that ends: "2 of 3 done: ..."."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._total = self._count = 0

    def start(self, jobs: int, what: str = "format", doing: str = "Making") -> None:
        """Say how much there is to do."""
        self._total, self._count = jobs, 0
        click.echo(f"{doing} {self._total} {what if self._total == 1 else f'{what}s'}.", file=self._stream)

    def done(self, title: str) -> None:
        """Say what has been done."""
        self._count += 1
        click.echo(f"{self._count} of {self._total} done: {title}", file=self._stream)


class Bar(Progress):
    """A progress bar that is gone when the build ends."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def start(self, jobs: int, what: str = "format", doing: str = "Making") -> None:
        """Draw the empty bar."""
        self._bar = click.progressbar(length=jobs, label=doing, file=self._stream, show_eta=False)
        self._bar.render_progress()

    def done(self, title: str) -> None:
        """Move the bar on."""
        self._bar.update(1)
        if self._bar.finished:
            self._bar.render_finish()


def progress_for(stream: TextIO) -> Progress:
    """The bar when the stream is a terminal that may be drawn on, else lines."""
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb" or not stream.isatty()
    return Lines(stream) if plain else Bar(stream)
