"""Memory while much is made and little is dropped: looking for what was dropped would only cost time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def steady_memory() -> Iterator[None]:
    """While this lasts, Python looks for rings of objects among what is new, and seldom.

    Otherwise it looks through all that there is, again and again: with the pages of a large site in memory that takes
    longer than the work. What nobody refers to any more is freed at once all the same.
    """
    before = gc.get_threshold()
    gc.set_threshold(200_000, 50, 1000)
    try:
        yield
    finally:
        gc.set_threshold(*before)
