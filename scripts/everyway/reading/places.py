"""The places that a link inside the publication can lead to: known before any text is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from everyway.reading.nearest import nearest


@dataclass(frozen=True, slots=True)
class Places:
    """Where links can lead.

    `sections`: for each edition, the ids of its sections and their files. `files`: the edition and the first id of each
    file (`plan/01-people.md`). `standard`: the editions whose sections an Easy Read edition covers.
    """

    sections: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    standard: tuple[str, ...] = ()

    def has(self, edition: str, section: str) -> bool:
        """Whether an edition has a section of that id."""
        return section in self.sections.get(edition, {})

    def covered(self) -> frozenset[str]:
        """The ids that an Easy Read edition can cover: those of every standard edition."""
        return frozenset().union(*(self.sections[name] for name in self.standard if name in self.sections))

    def hint(self, section: str, edition: str, folder: str) -> str:
        """What an id that `edition` does not have may have meant, as a link is typed in `folder`."""
        for other, files in self.sections.items():
            if section in files and other != edition:
                return f"The edition “{other}” has it: link to {relative(files[section], folder)}#{section}."
        return suggestion(f"#{section}", (f"#{known}" for known in self.sections.get(edition, {})))


def suggestion(word: str, known: Iterable[str]) -> str:
    """Did you mean this address?"""
    name = nearest(word, known)
    return f"Did you mean {name}?" if name else ""


def relative(file: str, folder: str) -> str:
    """A file's path inside content/ as it is typed in a file of `folder`."""
    return file.removeprefix(f"{folder}/") if file.startswith(f"{folder}/") else f"../{file}"
