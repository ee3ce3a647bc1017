"""page-validation's judgement of a PDF file: quick (10 ms a file), so it is asked at every build."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from everyway.checking.failure import Failure


def engine_version() -> str:
    """Give the version of the validator."""
    return version("page-validation")


def validate(path: Path, flavour: str = "ua1") -> list[Failure]:
    """Give all the failures of a file against a standard: none means it conforms.

    `flavour`: "ua1" for PDF/UA-1; "2a" and its like for PDF/A. A file that cannot be read at all is one failure.
    """
    import page

    try:
        report = page.validate_pdf(path, profile=flavour)
    except page.PageError as error:
        return [Failure(type(error).__name__, str(error), path.name)]
    return [Failure(one.rule_id, one.message, _where(one.object_id)) for one in report.failures]


def _where(thing: object) -> str:
    number = getattr(thing, "object_number", None)
    return "" if number is None else f"object {number}"
