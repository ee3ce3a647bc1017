"""One change to a file of a publication, as `sources/*.toml` write it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one file inside content/: in_sources.py explains the keys, of which each change has one way.

    `with` is a word of Python's own, so here it is `put`. Those that are None are not asked for.
    """

    file: str
    replace: str | None = None
    put: str = ""
    append: str | None = None
    text: str | None = None
    hex: str | None = None
    link: str | None = None
    remove: bool = False
    fill: int = 1

    def make(self, content: Path, clean: Path) -> None:
        """Change the file in a copy of the clean content/."""
        path = content / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.remove:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        elif self.link is not None:
            path.unlink(missing_ok=True)
            path.symlink_to(self.link)
        else:
            path.write_bytes(self.new(clean))

    def new(self, clean: Path) -> bytes:
        """What the file holds after the change; ValueError when the words to replace do not stand there once."""
        if self.hex is not None:
            return bytes.fromhex(self.hex)
        if self.text is not None:
            return self._filled(self.text).encode()
        before = (clean / self.file).read_text("utf-8")
        if self.append is not None:
            return (before + self._filled(self.append)).encode()
        if self.replace is None:
            raise ValueError(f"nothing says how {self.file} changes")
        if (times := before.count(self.replace)) != 1:
            raise ValueError(f"“{self.replace}” stands {times} times in {self.file}")
        return before.replace(self.replace, self._filled(self.put)).encode()

    def first_line(self, clean: Path) -> int:
        """The first line that was planted; 1 for a file that is new from top to bottom."""
        if self.replace is None and self.append is None:
            return 1
        before = (clean / self.file).read_text("utf-8")
        start = len(before) if self.replace is None else before.index(self.replace)
        put = self.put if self.replace is not None else self.append or ""
        return self.new(clean).decode().count("\n", 0, start + len(put) - len(put.lstrip("\n"))) + 1

    def _filled(self, text: str) -> str:
        return text if self.fill == 1 else text.replace("…", "word " * self.fill)


KEYS = {"with" if one.name == "put" else one.name for one in fields(Change)}


def change_from(row: Mapping[str, object]) -> Change:
    """The change that a row of TOML describes; keys of other things are passed over."""
    given = {("put" if key == "with" else key): value for key, value in row.items() if key in KEYS}
    return Change(**given)  # type: ignore[arg-type]
