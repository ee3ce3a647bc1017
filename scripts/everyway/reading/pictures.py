"""Pictures: the names of pictures.yml and files of one's own, with every text that belongs to them."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from everyway.model import Picture, Source
from everyway.reading.files import LARGEST_SETTINGS, inside, read_text
from everyway.reading.found import Found
from everyway.reading.ids import Ids, slug
from everyway.reading.nearest import did_you_mean, nearest
from everyway.reading.picture_files import KINDS, picture_problem
from everyway.reading.schema import check_settings
from everyway.reading.sets import OPENMOJI_CREDIT, OPENMOJI_LICENCE, openmoji_file, openmoji_ids
from everyway.reading.yaml_files import Settings, Value, read_yaml

_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//|\\\\")
Row = dict[str, Value]


class Pictures:
    """The pictures of a project, each checked once. `used` are those that the text asks for, by name."""

    def __init__(self, content: Path, found: Found) -> None:
        self.content = content
        self.found = found
        self.ids = Ids()
        self.used: dict[str, Picture] = {}
        self.own: dict[tuple[Path, str], Picture] = {}
        settings = self._settings()
        rows = settings.value if settings and isinstance(settings.value, dict) else {}
        self.named: dict[str, Picture | None] = {}
        for name, row in rows.items():
            if settings and isinstance(row, dict):
                self.named[self.ids.take(name)] = self._from_row(name, row, settings.where((name,)))

    def _settings(self) -> Settings | None:
        path = self.content / "pictures" / "pictures.yml"
        if not path.exists() and not path.is_symlink():
            return None
        file = read_text(path, self.content.parent, self.found, LARGEST_SETTINGS)
        settings = read_yaml(file.text, file.name, self.found) if file else None
        if settings is not None:
            check_settings(settings, "pictures", self.found)
        return settings

    def _from_row(self, name: str, row: Row, where: Source) -> Picture | None:
        texts = {key: value for key, value in row.items() if isinstance(value, str)}
        alt = texts.get("alt")
        if alt is None:
            self.found.add("SRC012", f"The picture “{name}” has no alternative text.", where)
        elif alt and not alt.strip():
            self.found.add("SRC012", f"The alternative text of “{name}” is nothing but spaces.", where)
        if "set" in texts:
            return self._from_set(name, texts, alt, where)
        if "file" not in texts:
            self.found.add(
                "PUB003",
                f"The picture “{name}” names neither a set nor a file.",
                where,
                "Add “file: …”, or “set: openmoji” and “id: …”.",
            )
            return None
        file = self._file(texts["file"], (self.content / "pictures",), where)
        if file is None:
            return None
        description = texts.get("description", "").strip()
        credit, licence = texts.get("credit", ""), texts.get("licence", "")
        return Picture(name, file, alt, description, credit, licence, source=where)

    def _from_set(self, name: str, texts: dict[str, str], alt: str | None, where: Source) -> Picture | None:
        identifier = texts.get("id", "")
        file = openmoji_file(identifier)
        if file is None:
            hint = did_you_mean(identifier.upper(), openmoji_ids())
            self.found.add("SRC013", f"OpenMoji has no picture with the id “{identifier}”.", where, hint)
            return None
        description = texts.get("description", "").strip()
        credit, licence = OPENMOJI_CREDIT, OPENMOJI_LICENCE
        return Picture(name, file, alt, description, credit, licence, texts["set"], identifier.upper(), where)

    def find(self, address: str, alt: str, file: str, where: Source) -> Picture | None:
        """The picture that `![alt](address)` in a file of the project asks for, or None and a finding."""
        address = unquote(address).strip()
        if address in self.named:
            if alt:
                message = f"“{alt}” is left out: the alternative text of “{address}” stands in pictures.yml."
                self.found.add("SRC018", message, where)
            picture = self.named[address]
        elif _REMOTE.match(address):
            self.found.add("SRC014", f"The picture {address[:80]} is not a file of the project.", where)
            return None
        elif "." not in address and "/" not in address:
            known = (
                f"There is no picture with the name “{address}” in pictures.yml."
                if address
                else "No picture is named here."
            )
            self.found.add("SRC013", known, where, did_you_mean(address, self.named))
            return None
        else:
            picture = self._own(address, alt, file, where)
        if picture is not None:
            self.used[picture.name] = picture
        return picture

    def _own(self, address: str, alt: str, file: str, where: Source) -> Picture | None:
        folder = self.content.parent / PurePosixPath(file).parent
        path = self._file(address, (folder, self.content / "pictures"), where)
        if path is None:
            return None
        if not alt.strip():
            self.found.add("SRC012", f"The picture {address} has no alternative text.", where)
        key = path, alt
        if key not in self.own:
            relative = path.relative_to(self.content.resolve()).with_suffix("")
            self.own[key] = Picture(self.ids.take(slug(str(relative)) or "picture"), path, alt if alt.strip() else None)
        return self.own[key]

    def _file(self, address: str, folders: tuple[Path, ...], where: Source) -> Path | None:
        if _REMOTE.match(address):
            self.found.add("SRC014", f"The picture {address[:80]} is not a file of the project.", where)
            return None
        if PurePosixPath(address).is_absolute() or "\\" in address or "\0" in address:
            self.found.add(
                "SRC015", f"The picture {address[:80]} is an absolute path, which only your own computer knows.", where
            )
            return None
        for folder in folders:
            path = folder / address
            if not _is_file(path):
                continue
            if not inside(path, self.content):
                self.found.add("SRC015", f"The picture {address[:80]} lies outside content/.", where)
                return None
            if problem := picture_problem(path.resolve()):
                self.found.add(problem[0], f"The picture {address[:80]} cannot be used: {problem[1]}.", where)
                return None
            return path.resolve()
        if not all(inside(folder / address, self.content) for folder in folders[:1]):
            self.found.add("SRC015", f"The picture {address[:80]} lies outside content/.", where)
            return None
        there = {
            entry.name
            for folder in folders
            if folder.is_dir()
            for entry in folder.iterdir()
            if entry.suffix.lower() in KINDS
        }
        name = nearest(PurePosixPath(address).name, there)
        self.found.add("SRC013", f"There is no picture {address[:80]}.", where, f"Did you mean {name}?" if name else "")
        return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
