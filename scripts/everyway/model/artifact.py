"""What a format made: a file or folder and what is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

Fact = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Artifact:
    """One output: `path` is the file (or folder, for the site), `size` its bytes.

    `edition` is empty for what belongs to the whole publication. `facts` are what a reader or a check wants to know:
    pages, seconds, volumes, the options used, whether the tags are our own. `places` is the page on which each section
    and sentence begins, by id, where the format has pages that others refer to; the manifest does not keep it.
    """

    format: str
    edition: str
    path: Path
    media_type: str
    size: int
    facts: Mapping[str, Fact] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict, repr=False)
