"""The tree of errors that people may see.

    EverywayError               something stopped the work; says what, where, why it matters and how to mend it
    ├── UsageError              the command was used in a way that cannot work           exit 2
    ├── ProjectError            the project cannot be read at all                        exit 2
    ├── FindingsError           the sources or outputs have findings at error level      exit 1
    └── OutsideError            something outside everyway failed                        exit 3
        ├── JobsError           several jobs of a build failed, each with an error of its own
        ├── ToolError           a tool is missing, died or gave an answer that is wrong
        │   └── VoiceError      a voice could not say something
        └── WritingError        a file could not be written (disk full, no permission)

Only the command line turns these into text and an exit code. `slug` names the error for good: it is the same in every
version and language, and is what a person searches for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from everyway.findings import Finding
    from everyway.model.source import Source


class EverywayError(Exception):
    """What happened (`message`), where, why it matters and what to do (`fix`)."""

    exit_code: ClassVar[int] = 3

    def __init__(self, slug: str, message: str, *, fix: str, why: str = "", where: Source | None = None) -> None:
        super().__init__(message)
        self.slug = slug
        self.message = message
        self.fix = fix
        self.why = why
        self.where = where

    def __reduce__(self) -> tuple[object, ...]:
        """Travel whole from one process to another: exceptions otherwise take only their message along."""
        return _arrived, (type(self), self.args, self.__dict__)


def _arrived(kind: type[EverywayError], args: tuple[object, ...], state: dict[str, object]) -> EverywayError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class UsageError(EverywayError):
    """The command was used in a way that cannot work."""

    exit_code = 2


class ProjectError(EverywayError):
    """The project cannot be read at all."""

    exit_code = 2


class FindingsError(EverywayError):
    """Findings at error level stand in the way; all of them are in `findings`."""

    exit_code = 1

    def __init__(self, slug: str, message: str, *, fix: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(slug, message, fix=fix)
        self.findings = findings


class OutsideError(EverywayError):
    """Something outside everyway failed."""


class JobsError(OutsideError):
    """Several jobs of a build failed, each with an error of its own; `findings` are those of the other jobs."""

    def __init__(self, errors: tuple[EverywayError, ...], findings: tuple[Finding, ...]) -> None:
        super().__init__(
            "jobs-failed",
            f"{len(errors)} of the formats could not be made.",
            why="Nothing has been published; what was built before is still there.",
            fix="Each is explained above. Mend them and build again.",
        )
        self.errors = errors
        self.findings = findings


class ToolError(OutsideError):
    """A tool is missing, died or gave an answer that is wrong."""


class VoiceError(ToolError):
    """A voice could not say something. It names what that was; whoever knows where it stands sets `where`."""


class WritingError(OutsideError):
    """A file could not be written."""
