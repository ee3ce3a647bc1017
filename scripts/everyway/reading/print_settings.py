"""What a schema cannot tell of print settings: whether two colours of a person's choice are far enough apart."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.model.colour import LEAST, contrast, in_words, pair
from everyway.reading.found import Found
from everyway.reading.yaml_files import Path, Settings, Value


def check_colours(settings: Settings, found: Found) -> None:
    """Tell of every pair of colours in `print:` and `profiles:` with too little contrast, at its line."""
    for path, name in _colours(settings.value):
        colours = pair(name)
        if colours and (ratio := contrast(*colours)) < LEAST:
            words, paper = colours
            message = (
                f"The colours {words} on {paper} have a contrast of {in_words(ratio)}; words need {LEAST:.0f} to 1."
            )
            found.add("PUB017", message, settings.where(path))


def _colours(value: Value) -> Iterator[tuple[Path, str]]:
    """Each choice of colours, with the way to it."""
    editions = _keys(_keys(value).get("editions"))
    rows: list[tuple[Path, Value]] = [(("print",), _keys(value).get("print"))]
    rows += [(("editions", name, "print"), _keys(row).get("print")) for name, row in editions.items()]
    rows += [(("profiles", name), row) for name, row in _keys(_keys(value).get("profiles")).items()]
    for path, row in rows:
        name = _keys(row).get("colours")
        if isinstance(name, str):
            yield (*path, "colours"), name


def _keys(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}
