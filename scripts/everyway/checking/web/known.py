"""What is known of a page from its plainest state, to compare its other states with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Known:
    """A page at 1280 pixels, light, with JavaScript.

    `shown` are the lines of its main part as it opens, `words` those with every disclosure open, `links` the address
    and words of every link, `sizes` the text size in pixels by element.
    """

    shown: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    sizes: Mapping[str, float] = field(default_factory=dict)


NOTHING = Known()
