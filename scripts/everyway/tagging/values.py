"""PDF values as Python's: pikepdf's objects, taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from everyway.tagging.tree import AttributeValue

if TYPE_CHECKING:
    import pikepdf


def each(thing: pikepdf.Object | int | None) -> list[pikepdf.Object | int]:
    """Give the members of an array, or the one thing that stands for an array of one."""
    if thing is None:
        return []
    if not isinstance(thing, int) and is_array(thing):
        return list(cast("pikepdf.Array", thing))
    return [thing]


def items(thing: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    """Give the entries of a dictionary; names keep their slash."""
    for name in thing.keys():  # noqa: SIM118 - a pikepdf dictionary gives its keys only when asked
        yield str(name), thing[name]


def is_array(thing: pikepdf.Object) -> bool:
    """Whether a thing is an array."""
    import pikepdf

    return isinstance(thing, pikepdf.Array)


def attributes(thing: pikepdf.Object | None) -> Iterator[tuple[str, AttributeValue]]:
    """Give the structure attributes of all owners (ISO 32000-1, 14.7.5), by name without the slash."""
    for one in each(thing):
        if isinstance(one, int):  # a revision number
            continue
        for name, value in items(one):
            if name != "/O":
                yield name[1:], value_of(value)


def value_of(value: object) -> AttributeValue:
    """Give an attribute's value: names and strings as text, numbers as numbers, arrays as tuples."""
    import pikepdf

    if isinstance(value, pikepdf.Array):
        return tuple(value_of(one) for one in value)
    if isinstance(value, pikepdf.Name):
        return str(value)[1:]
    if isinstance(value, pikepdf.String):
        return str(value)
    return float(value)  # type: ignore[arg-type]


def text_of(value: object) -> str | None:
    """Give a text string, or None."""
    return None if value is None else str(value)


def is_true(thing: pikepdf.Object | None, key: str) -> bool:
    """Whether an entry of a dictionary is there and true."""
    return bool(thing.get(key, False)) if thing is not None else False
