"""A fault of everyway itself, as an error that people can act on."""

from __future__ import annotations

import sys
import tempfile
import traceback

from everyway import __version__
from everyway.errors import OutsideError


def own_fault(fault: Exception, doing: str = "") -> OutsideError:
    """The error for a fault of everyway itself; its details go to a file that can be sent to those who mend it.

    `doing` names what was being done ("Large print (PDF): The plan").
    """
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="everyway-", suffix=".log", delete=False) as log:
        log.write(f"everyway {__version__}, Python {sys.version}\n{' '.join(sys.argv)}\n{doing}\n\n")
        log.write("".join(traceback.format_exception(fault)))
    at = f" at “{doing}”" if doing else ""
    return OutsideError(
        "own-fault",
        f"everyway itself has failed{at} ({type(fault).__name__}). This is not a fault of your content.",
        why="Nothing was published; what was built before is still there.",
        fix=f"Please send this file to the people who look after everyway: {log.name}",
    )
