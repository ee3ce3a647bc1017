"""Settings checked against a JSON Schema; what is wrong is told in an editor's words, at the line."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from everyway.reading.found import Found
from everyway.reading.nearest import did_you_mean
from everyway.reading.quick_schema import surely_meets
from everyway.reading.yaml_files import Path, Settings, Value

if TYPE_CHECKING:
    import jsonschema
    from jsonschema.protocols import Validator

_KINDS: dict[str, str] = {
    "string": "words",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "keys with values, each on a line of its own",
    "null": "nothing",
}


def check_settings(settings: Settings, schema: str, found: Found) -> bool:
    """Check settings against `reading/<schema>.schema.json`; True when nothing is wrong.

    Plain scalars where words are asked for are taken as their very words, so `title: 2020` is a title.
    """
    value: Any = settings.value
    if surely_meets(value, _schema(schema)):
        return True
    validator = _validator(schema)
    for error in list(validator.iter_errors(value)):
        _as_words(settings, error)
    errors = list(validator.iter_errors(value))
    for error in errors:
        _tell(error, settings, found)
    return not errors


@cache
def _schema(name: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((files("everyway") / "reading" / f"{name}.schema.json").read_text("utf-8"))
    return value


@cache
def _validator(schema: str) -> Validator:
    import jsonschema

    return jsonschema.Draft202012Validator(_schema(schema))


def _as_words(settings: Settings, error: jsonschema.ValidationError) -> None:
    path: Path = tuple(error.absolute_path)
    if error.validator == "type" and error.validator_value == "string" and path in settings.raw:
        words = settings.raw[path]
        if words not in {"", "~", "null"}:
            _put(settings.value, path, words)


def _put(value: Value, path: Path, words: str) -> None:
    inner: Any = value
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = words


def _tell(error: jsonschema.ValidationError, settings: Settings, found: Found) -> None:
    path: Path = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        path = (*path, str(error.instance))
    where = settings.where(path)
    name = _name(path)
    schema = error.schema if isinstance(error.schema, dict) else {}
    meaning = str(schema.get("description", ""))
    expects = f"What belongs here: {meaning}" if meaning[:1].islower() else meaning
    asked: Any = error.validator_value
    given: Any = error.instance
    match error.validator:
        case "additionalProperties":
            known = [str(key) for key in schema.get("properties", {})]
            for key in sorted(set(given) - set(known)):
                hint = did_you_mean(key, known) or f"The keys that can stand here are: {', '.join(known)}."
                message = f"“{key}” is not a key that everyway knows{f' in “{name}”' if name else ''}."
                found.add("PUB002", message, settings.where((*path, key)), hint)
        case "required":
            for key in asked:
                if key not in given:
                    meaning = schema.get("properties", {}).get(key, {}).get("description", "")
                    place = f" in “{name}”" if name else ""
                    found.add(
                        "PUB003",
                        f"“{key}” is missing{place}.",
                        where,
                        f"Add a line “{key}: …”: {meaning}" if meaning else "",
                    )
        case "type":
            wanted = asked if isinstance(asked, list) else [asked]
            kinds = " or ".join(_KINDS.get(str(kind), str(kind)) for kind in wanted)
            got = "nothing" if given is None else "something else"
            found.add(
                "PUB004",
                f"“{name}” should be {kinds}; it is {got}." if name else f"The file should hold {kinds}.",
                where,
                expects,
            )
        case "enum":
            known = [str(value) for value in asked]
            hint = did_you_mean(str(given), known)
            found.add("PUB004", f"“{name}” can be {', '.join(known)}; it is “{given}”.", where, hint or expects)
        case _:
            found.add("PUB004", f"“{name}” cannot be “{_short(given)}”.", where, expects)


def _name(path: Path) -> str:
    return " → ".join(f"entry {step + 1}" if isinstance(step, int) else step for step in path)


def _short(value: object) -> str:
    words = str(value)
    return words if len(words) <= 60 else f"{words[:60]}…"
