"""The site on this computer, renewed at each change: what `everyway serve` does."""

from __future__ import annotations

import logging
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from everyway.errors import UsageError

Tell = Callable[[str], None]

HOST = "127.0.0.1"


def serve_site(project: Path, *, port: int = 8000, tell: Tell, open_browser: bool = False) -> None:
    """Show the site of a project until it is stopped (Ctrl and C); `tell` gets each line that is meant for the person.

    A fault in the content keeps the last good pages and is told in plain words; FindingsError when there are no good
    pages to begin with. `port` 0 takes any free port; UsageError when the port is taken.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.serve import serve

    from everyway.writing.site.settings import settings_file
    from everyway.writing.site.sources import read_sources

    port = _free(port)
    read_sources(project, tell)
    with _told(tell), tempfile.TemporaryDirectory() as folder:
        serve(str(settings_file(project, Path(folder))), dev_addr=f"{HOST}:{port}", open_in_browser=open_browser)


def _free(port: int) -> int:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except OSError as error:
            raise UsageError(
                "port-taken",
                f"Port {port} is in use by another program, perhaps by another preview.",
                fix="Stop that program, or name another port: everyway serve --port 8001",
            ) from error
        number: int = trial.getsockname()[1]
        return number


@contextmanager
def _told(tell: Tell) -> Iterator[None]:
    """While this lasts, our own plugin's lines and MkDocs' warnings are told, and nothing else."""
    handler = _Telling(tell)
    logger = logging.getLogger("mkdocs")
    level, propagate = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate


class _Telling(logging.Handler):
    def __init__(self, tell: Tell) -> None:
        super().__init__(logging.INFO)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        """Tell the line, without the name of the plugin before it."""
        if record.name.endswith(".everyway") or record.levelno >= logging.WARNING:
            self._tell(record.getMessage().removeprefix("everyway: "))
