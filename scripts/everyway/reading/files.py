"""Files of the project, read so that nothing in them can hang, mislead or break what comes after."""

import re
from dataclasses import dataclass
from pathlib import Path

from everyway.model.source import Source
from everyway.reading.found import Found

LARGEST_FILE = 2_000_000
LARGEST_SETTINGS = 500_000
LONGEST_LINE = 1_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE = "Open it in your text editor, choose “Save as”, and pick the encoding UTF-8."


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's text, with `\\n` as line ends and no control characters; `name` is relative to the project."""

    path: Path
    name: str
    text: str


def inside(path: Path, folder: Path) -> bool:
    """Whether a path, with every symbolic link followed, lies in a folder."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def read_text(path: Path, project: Path, found: Found, largest: int = LARGEST_FILE) -> TextFile | None:
    """The text of a file of the project, or None with a finding that says why it cannot be read."""
    name = path.relative_to(project).as_posix()
    where = Source(name)
    if not inside(path, project):
        found.add("SRC004", f"{name} is a link to a file outside the project.", where)
        return None
    try:
        size = path.stat().st_size
        if size > largest:
            found.add("SRC002", f"{name} has {size:,} bytes; everyway reads files of up to {largest:,}.", where)
            return None
        data = path.read_bytes()
    except OSError as error:
        found.add("SRC005", f"{name} cannot be opened: {error.strerror or error}.", where)
        return None
    text = _decoded(data, name, found)
    if text is None or _too_long(text, name, found):
        return None
    return TextFile(path, name, _without_controls(text, name, found))


def _decoded(data: bytes, name: str, found: Found) -> str | None:
    if data.startswith(_UTF16):
        found.add("SRC001", f"{name} is saved as UTF-16, not as UTF-8.", Source(name), _SAVE)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"{name} is not saved as UTF-8: byte {error.start + 1}, in line {line}, is 0x{data[error.start]:02X}."
        found.add("SRC001", message, Source(name, line), _SAVE)
        text = data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _too_long(text: str, name: str, found: Found) -> bool:
    start = 0
    line = 1
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start > LONGEST_LINE:
            message = f"Line {line} has {end - start:,} characters; everyway reads lines of up to {LONGEST_LINE:,}."
            found.add("SRC002", message, Source(name, line))
            return True
        start = end + 1
        line += 1
    return False


def _without_controls(text: str, name: str, found: Found) -> str:
    first = _CONTROL.search(text)
    if not first:
        return text
    line = text.count("\n", 0, first.start()) + 1
    column = first.start() - text.rfind("\n", 0, first.start())
    message = f"There is a control character (U+{ord(first[0]):04X}) that nobody can see."
    found.add("SRC003", message, Source(name, line, column))
    return _CONTROL.sub("", text)
