"""What the commands say: errors in plain words, paths and sizes as people read them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

import click

from everyway.errors import EverywayError, FindingsError, JobsError

if TYPE_CHECKING:
    from everyway.findings import Finding

P = ParamSpec("P")

STOPPED = 130
"""The exit code of a command stopped by the person (128 + SIGINT), as shells expect it."""


def explained(command: Callable[P, None]) -> Callable[P, None]:
    """A command whose errors are told in plain words, with the exit code that belongs to them; never a traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except EverywayError as error:
            tell_error(error)
            sys.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("\nStopped. Nothing was changed; what was built before is still there.", err=True)
            sys.exit(STOPPED)
        except BrokenPipeError:
            # Whoever read our output has gone, as `everyway check | head` does: that is no error of ours.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except Exception as fault:
            from everyway.building.own_fault import own_fault

            own = own_fault(fault)
            tell_error(own)
            sys.exit(own.exit_code)

    return run


def tell_error(error: EverywayError) -> None:
    """Tell an error, with every finding or error that it stands for."""
    from everyway.findings import errors_in
    from everyway.reporting.error import error_report

    # Only what stands in the way: advice would hide it, and `everyway check` tells the advice.
    if isinstance(error, FindingsError | JobsError) and (in_the_way := errors_in(error.findings)):
        tell_findings(in_the_way)
    if isinstance(error, JobsError):
        for one in error.errors:
            tell_error(one)
    click.echo(error_report(error, width=width()), err=True)


def tell_findings(findings: tuple[Finding, ...]) -> None:
    """Tell findings, as `everyway check` does."""
    from everyway.reporting.console import console_report
    from everyway.reporting.report import Report

    report = Report(findings=findings)
    click.echo(console_report(report, width=width(), colour=colour(sys.stderr)), err=True)


def colour(stream: object) -> bool:
    """Whether colours may be used on a stream."""
    return "NO_COLOR" not in os.environ and bool(getattr(stream, "isatty", lambda: False)())


def width() -> int:
    """How many characters a line may have."""
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, 100)


def shown(path: Path) -> str:
    """A path as short as it can be said from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def size(count: int) -> str:
    """So many bytes, as people say it."""
    if not count:
        return "0 bytes"
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    return f"{count / 1_000_000:.1f} MB"
