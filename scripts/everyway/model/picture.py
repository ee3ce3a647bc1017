"""A picture: its file and the words that belong to it."""

from dataclasses import dataclass, field
from pathlib import Path

from everyway.model.source import Source


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the project or of an installed set, and the three texts that must never be mixed up.

    `alt` stands in the picture's place: `None` when it is missing (an error), `""` when the picture is decorative.
    `description` is the long description of a picture that says more than an alternative text can.
    A caption belongs to the `Figure`, not to the picture. `file` is absolute; `set` and `identifier` tell where a
    picture of a set came from. `credit` and `licence` feed the credits page. `source` is where it is named, with its
    texts, for those who mend them; None when it is not named in the settings.
    """

    name: str
    file: Path
    alt: str | None
    description: str = ""
    credit: str = ""
    licence: str = ""
    set: str = ""
    identifier: str = ""
    source: Source | None = field(default=None, compare=False, repr=False)

    @property
    def decorative(self) -> bool:
        """Whether assistive technology should pass the picture over."""
        return self.alt == ""
