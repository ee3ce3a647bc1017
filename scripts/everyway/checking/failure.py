"""One way in which a PDF file breaks a standard, as a validator tells it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that a file breaks. `rule`: the validator's name for it; `where`: the object, in its words."""

    rule: str
    message: str
    where: str = ""
