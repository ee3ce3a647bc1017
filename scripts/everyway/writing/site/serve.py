"""The site on this computer, renewed at each change: what `everyway serve` does."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path


def serve_site(project: Path, *, port: int = 8000, tell: Callable[[str], None], open_browser: bool = False) -> None:
    """Show the site of a project until it is stopped; `tell` gets each line meant for the person.

    A fault in the content keeps the last good pages and is told in plain words. `port` 0 takes any free port.
    """
