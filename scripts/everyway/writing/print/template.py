"""Templates of the print themes: a theme's file and its values to HTML. Content is escaped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from everyway.themes import theme_folder

if TYPE_CHECKING:
    from jinja2 import Environment


def fill(theme: str, name: str, /, **values: object) -> str:
    """The HTML of a theme's template with its values filled in."""
    return _environment(theme).get_template(name).render(values)


@cache
def _environment(theme: str) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(theme_folder(theme)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
