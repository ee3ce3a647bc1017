"""Where something was written: the file, line and column that a finding points at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place in a file of the project.

    `file` is relative to the project, with forward slashes (`content/plan/01-people.md`);
    `line` and `column` count from 1.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"
