"""The manifest: every artifact with its facts, the tools that made it and what it was checked with.

Written once a build, as `build/manifest.json`; the download page, the accessibility statement and the reports read it,
so none of them can drift from what was built. Paths are relative to the manifest, with forward slashes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from everyway.model.artifact import Artifact, Fact


@dataclass(frozen=True, slots=True)
class Item:
    """One artifact in the manifest: `path` is relative to it; `checks` says what it was checked with and the outcome.

    A check's outcome is "passed", "failed" or "not checked: <reason>".
    """

    format: str
    title: str
    edition: str
    path: str
    media_type: str
    size: int
    sha256: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    checks: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, artifact: Artifact, *, title: str, folder: Path, sha256: str, checks: Mapping[str, str]) -> Item:
        """The item for an artifact that lies under the manifest's folder."""
        return cls(
            format=artifact.format,
            title=title,
            edition=artifact.edition,
            path=artifact.path.relative_to(folder).as_posix(),
            media_type=artifact.media_type,
            size=artifact.size,
            sha256=sha256,
            facts=dict(sorted(artifact.facts.items())),
            checks=dict(sorted(checks.items())),
        )


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build made: `tools` are names and versions; items stand in the order in which formats are offered.

    `sources` is the hash of the content it was made from, so that a later look can tell whether it is out of date.
    """

    publication: str
    date: str
    tools: Mapping[str, str]
    items: tuple[Item, ...]
    sources: str = ""

    def to_json(self) -> str:
        """The manifest as JSON, two spaces deep, with a line end."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """The manifest that `to_json` wrote; ValueError or KeyError when the text is none."""
        found = json.loads(text)
        items = tuple(Item(**item) for item in found["items"])
        return cls(found["publication"], found["date"], found["tools"], items, found["sources"])


EMPTY = Manifest("", "", {}, ())


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a build folder; an empty one when there is none yet or it cannot be read."""
    try:
        return Manifest.from_json((folder / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return EMPTY
