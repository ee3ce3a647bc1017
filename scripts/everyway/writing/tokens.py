"""Design tokens: `themes/tokens.yml` into colours, type and space, measured, and as CSS custom properties.

Contrast is measured as WCAG 2.2 defines it ("contrast ratio", "relative luminance").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from everyway.errors import ProjectError
from everyway.model import Source
from everyway.model.colour import contrast, in_words, luminance

PARTS = range(1, 5)

# What stands on what, and the least contrast: 7 for words (1.4.6), 3 for lines that mean something (1.4.11).
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((words, ground, 7.0) for words in ("ink", "link", "visited", "brand") for ground in ("page", "tint")),
    *((f"part-{part}", ground, 7.0) for part in PARTS for ground in ("page", "tint")),
    ("band-ink", "band", 7.0),
    *(("band-ink", f"band-{part}", 7.0) for part in PARTS),
    ("focus-ink", "focus", 7.0),
    ("line", "page", 3.0),
    ("line", "tint", 3.0),
)
NAMES = tuple(dict.fromkeys(name for words, ground, _ in PAIRS for name in (words, ground)))

# In a set of two colours, grounds take the page's; bands and the focus are turned round.
_GROUNDS = {"page", "tint", "band-ink", "focus-ink"}

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The look: colour sets by name ("light" and "dark" first, then those that readers choose), type and space."""

    colours: Mapping[str, Mapping[str, str]]
    typeface: Mapping[str, str]
    space: tuple[str, ...]

    def properties(self, colours: str) -> str:
        """A colour set as CSS declarations (`--ink:#1A1F2B;...`), with the `color-scheme` it belongs to."""
        chosen = self.colours[colours]
        scheme = "light" if luminance(chosen["page"]) > luminance(chosen["ink"]) else "dark"
        return f"color-scheme:{scheme};" + "".join(f"--{name}:{value};" for name, value in chosen.items())

    def measures(self) -> str:
        """Type and space as CSS declarations: `--words`, `--code`, `--line-height`, `--h1` to `--h4`, `--space-1`..."""
        scale = float(self.typeface["scale"])
        sizes = "".join(f"--h{level}:{scale ** (4 - level):.3f}em;" for level in range(1, 5))
        space = "".join(f"--space-{number}:{value};" for number, value in enumerate(self.space, start=1))
        own = f"--words:{self.typeface['words']};--code:{self.typeface['code']};"
        return f"{own}--line-height:{self.typeface['line-height']};{sizes}{space}"


def read_tokens(file: Path) -> Tokens:
    """The tokens of a file; ProjectError names the line of a colour that is missing, misspelt or too close."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(file, error) from error
    return _tokens(text, file)


@lru_cache(maxsize=4)
def _tokens(text: str, file: Path) -> Tokens:
    import yaml

    try:
        found: dict[str, Any] = yaml.safe_load(text)
        lines = dict(_lines(yaml.compose(text, Loader=yaml.SafeLoader)))
        sets: dict[str, dict[str, str]] = {name: dict(colours) for name, colours in found["colours"].items()}
        for name, two in found.get("readers", {}).items():
            sets[name] = {token: two["page" if token in _GROUNDS else "ink"] for token in NAMES}
            lines.update({(name, token): lines["readers", name] for token in NAMES})
        typeface = {key: str(found["typeface"][key]) for key in ("words", "code", "scale", "line-height")}
        tokens = Tokens(sets, typeface, tuple(map(str, found["space"])))
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise _unreadable(file, error) from error
    for name, colours in tokens.colours.items():
        for token in NAMES:
            _refuse_unless_colour(name, token, colours.get(token), _place(file, lines, name, token))
        for words, ground, least in PAIRS:
            _refuse_too_close(name, colours, (words, ground), least, _place(file, lines, name, words))
    return tokens


def _unreadable(file: Path, error: Exception) -> ProjectError:
    return ProjectError(
        "tokens-unreadable",
        f"The design tokens in {file} cannot be read: {error}.",
        why="Every format takes its colours, type and spaces from them.",
        fix="Compare the file with the one that everyway came with; each colour set needs the same names.",
    )


def _lines(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, str], int]]:
    """The line of each key, under the last two keys of its path."""
    for key, value in getattr(node, "value", ()) if hasattr(node, "flow_style") and node.id == "mapping" else ():
        here = (*path, key.value)
        if len(here) > 1:
            yield (here[-2], here[-1]), key.start_mark.line + 1
        yield from _lines(value, here)


def _place(file: Path, lines: Mapping[tuple[str, str], int], name: str, token: str) -> Source:
    return Source(file.name, lines.get((name, token), lines.get(("colours", name), 1)))


def _refuse_unless_colour(name: str, token: str, value: object, where: Source) -> None:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise ProjectError(
            "not-a-colour",
            f"In the colour set “{name}”, “{token}” is {value!r}.",
            where=where,
            why="Contrast can only be measured, and promised to readers, where every colour is known.",
            fix=f'Write it as six hexadecimal digits in quotation marks, for example {token}: "#1A1F2B".',
        )


def _refuse_too_close(
    name: str, colours: Mapping[str, str], pair: tuple[str, str], least: float, where: Source
) -> None:
    words, ground = pair
    ratio = contrast(colours[words], colours[ground])
    if ratio < least:
        raise ProjectError(
            "colours-too-close",
            f"In the colour set “{name}”, “{words}” ({colours[words]}) on “{ground}” ({colours[ground]}) has a contrast"
            f" of {in_words(ratio)}; it needs {least:.0f} to 1.",
            where=where,
            why="Many readers could not tell the two apart.",
            fix=f"Make “{words}” or “{ground}” lighter or darker until they differ enough.",
        )
