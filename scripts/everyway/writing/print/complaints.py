"""What the print engine complains of while it works, heard and kept."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

ENGINE = "weasyprint"


class Heard(logging.Handler):
    """What this thread's engine says at warning level or above: each text, and how often."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.counts: dict[str, int] = {}
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        if record.thread == self._thread:
            text = record.getMessage()
            self.counts[text] = self.counts.get(text, 0) + 1


@contextmanager
def listening() -> Iterator[Heard]:
    """Hear the engine's warnings and errors, which reach no other log meanwhile."""
    logger = logging.getLogger(ENGINE)
    heard = Heard()
    before = logger.propagate, logger.level
    logger.addHandler(heard)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield heard
    finally:
        logger.removeHandler(heard)
        logger.propagate = before[0]
        logger.setLevel(before[1])
