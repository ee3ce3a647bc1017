"""A step of the graph that others need: when it fails, they learn of it in place of what it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from everyway.building.own_fault import own_fault
from everyway.building.writing_errors import writing_error
from everyway.errors import EverywayError


@dataclass(frozen=True, slots=True)
class Failed:
    """What a step gives that could not be done, or that needed one that could not."""

    error: EverywayError


def attempt(function: Callable[..., object], *needs: object) -> object:
    """What the function gives for its needs; Failed with the first error among them, or with its own."""
    error = first_error(needs)
    if error:
        return Failed(error)
    try:
        return function(*needs)
    except EverywayError as own:
        return Failed(own)
    except OSError as own:
        return Failed(writing_error(own))
    except Exception as fault:
        return Failed(own_fault(fault))


def first_error(needs: object) -> EverywayError | None:
    """The error of the first need that failed; lists of needs are looked into."""
    if isinstance(needs, Failed):
        return needs.error
    if isinstance(needs, list | tuple):
        return next((error for need in needs if (error := first_error(need))), None)
    return None
