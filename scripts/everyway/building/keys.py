"""The keys of a build: all that a job's outcome is made from, as one hash, so that the same can be found again."""

from __future__ import annotations

import hashlib
import re
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from everyway.building.make import Job, Plan
from everyway.building.state import MAKERS, code_state, theme_state, tool_state
from everyway.building.view import seen_from
from everyway.cache import key_of
from everyway.manifest import Manifest
from everyway.model import Edition, Publication

_FILE = re.compile(r"(?:Posix|Windows)Path\('((?:[^'\\]|\\.)*)'\)")


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a plan's jobs. `contents` are those of the content, by edition; "" for the whole of it."""

    plan: Plan
    ground: str
    contents: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: Plan) -> Keys:
        """The keys of a plan; reads the code and asks the tools for their versions."""
        return cls(plan, key_of(code_state(), tool_state(MAKERS, plan.cache)))

    def job(self, job: Job, manifest: Manifest | None = None) -> str:
        """The key of a job's outcome; that of a job of the whole publication hangs on the `manifest` of the others."""
        row = job.format
        return key_of(
            "outcome",
            self.ground,
            theme_state(row.themes),
            (row.name, row.title, row.scope, sorted((name, repr(value)) for name, value in row.options.items())),
            self.content(job.edition),
            "pages" in row.parts and self._pdf_beside(job),
            manifest.to_json() if manifest else "",
        )

    def _pdf_beside(self, job: Job) -> bool:
        """Whether the PDF is there for the checks of a book that has its pages."""
        kept = any(item.format == "pdf" and job.edition and item.edition == job.edition.name for item in self.plan.kept)
        return kept or any(row.name == "pdf" for row in self.plan.formats)

    def content(self, edition: Edition | None) -> str:
        """The key of what an edition's formats are made from, or (None) of the whole publication."""
        name = edition.name if edition else ""
        if name not in self.contents:
            self.contents[name] = content_key(self.plan.publication, edition, self.plan.root)
        return self.contents[name]


def content_key(publication: Publication, edition: Edition | None, root: Path) -> str:
    """The key of all that the model says to the makers of an edition's formats, or (None) to those of the whole.

    `root` is the project's folder. It does not matter where that lies, nor where packages do: their versions are part
    of the code's key. Of the project's own pictures the bytes count.
    """
    seen = seen_from(publication, edition) if edition else publication
    told = f"{edition.name if edition else ''}\n{seen!r}"
    pictures = [_hash(file) for file in files_in(repr(edition or publication), root)]
    for place in (root, Path(sysconfig.get_path("purelib"))):
        told = told.replace(f"{place}/", "")
    return key_of(told, pictures)


def files_in(told: str, root: Path) -> Iterator[Path]:
    """The files of the project that a model names, each once, in order."""
    for name in dict.fromkeys(_FILE.findall(told)):
        file = Path(name)
        if file.is_relative_to(root) and file.is_file():
            yield file


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
