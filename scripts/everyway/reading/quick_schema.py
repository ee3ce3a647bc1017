"""Whether settings meet their schema, told at once: most do, and the library that says what is wrong loads slowly.

Loading `jsonschema` takes an eighth of a second, a sixth of a whole check of the sources. This knows the part of JSON
Schema (draft 2020-12) that our schemas use; of any other keyword it says that it cannot tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Schema = Mapping[str, Any]

_SAID = frozenset({"description", "title", "$schema", "$defs", "default", "examples", "then", "else"})
"""Keywords that ask for nothing by themselves."""

_TYPES: Mapping[str, Callable[[object], bool]] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "integer": lambda value: (
        not isinstance(value, bool) and (isinstance(value, int) or (isinstance(value, float) and value.is_integer()))
    ),
}


class _CannotTellError(Exception):
    """A schema has a keyword that is not known here."""


def surely_meets(value: object, schema: Schema) -> bool:
    """True when a value meets its schema; False when it does not, or when that cannot be told here."""
    try:
        return _meets(value, schema, schema)
    except _CannotTellError:
        return False


def _meets(value: object, schema: Schema | bool, root: Schema) -> bool:
    if isinstance(schema, bool):
        return schema
    return all(_holds(keyword, value, schema, root) for keyword in schema if keyword not in _SAID)


def _holds(keyword: str, value: Any, schema: Schema, root: Schema) -> bool:
    asked = schema[keyword]
    match keyword:
        case "$ref" if str(asked).startswith("#/$defs/"):
            return _meets(value, root["$defs"][asked.removeprefix("#/$defs/")], root)
        case "type":
            return any(_TYPES[kind](value) for kind in ([asked] if isinstance(asked, str) else asked))
        case "enum":
            return any(type(value) is type(one) and value == one for one in asked)
        case "minLength":
            return not isinstance(value, str) or len(value) >= asked
        case "pattern":
            return not isinstance(value, str) or re.search(asked, value) is not None
        case "minimum":
            return not _TYPES["number"](value) or value >= asked
        case "maximum":
            return not _TYPES["number"](value) or value <= asked
        case "minItems":
            return not isinstance(value, list) or len(value) >= asked
        case "minProperties":
            return not isinstance(value, dict) or len(value) >= asked
        case "required":
            return not isinstance(value, dict) or all(key in value for key in asked)
        case "items":
            return not isinstance(value, list) or all(_meets(item, asked, root) for item in value)
        case "propertyNames":
            return not isinstance(value, dict) or all(_meets(key, asked, root) for key in value)
        case "properties":
            return not isinstance(value, dict) or all(
                _meets(value[key], inner, root) for key, inner in asked.items() if key in value
            )
        case "additionalProperties":
            known = schema.get("properties", {})
            return not isinstance(value, dict) or all(
                _meets(item, asked, root) for key, item in value.items() if key not in known
            )
        case "if":
            return _meets(value, schema.get("then" if _meets(value, asked, root) else "else", True), root)
        case _:
            raise _CannotTellError(keyword)
