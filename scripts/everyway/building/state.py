"""What every output rests on beside its content: the code of everyway, the packages, the tools and the themes."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from everyway import __version__
from everyway.cache import Cache, key_of
from everyway.themes import theme_folder
from everyway.tools import Missing, find_tool

MAKERS = ("pango", "ffmpeg", "espeak-ng", "pandoc", "liblouis")
"""The tools from outside that shape what is made."""

CHECKERS = ("ffmpeg", "liblouis", "chromium", "axe", "nu", "java", "verapdf", "epubcheck", "ace", "node")
"""The tools from outside that checks rest on."""

DICTIONARIES = ("hunspell", "dictionary-en-gb", "dictionary-cy")
"""What the spelling of the sources is checked with."""

_CODE = (".py", ".toml", ".json")


@cache
def code_state() -> str:
    """The key of the code: that of everyway itself, the versions of the installed packages, and that of Python."""
    package = Path(__file__).parents[1]
    files = (file for file in package.rglob("*") if file.suffix in _CODE)
    return key_of(__version__, sys.version, sorted(_packages()), _of_files(package, files))


@cache
def theme_state(names: tuple[str, ...]) -> str:
    """The key of these themes, and of the tokens that all themes share."""
    root = theme_folder("print").parent
    folders = [theme_folder(name) for name in names]
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return _of_files(root, (root / "tokens.yml", *files))


def tool_state(names: tuple[str, ...], cache: Cache) -> str:
    """The key of the versions of these tools; "missing" is a version too.

    Each tool is asked once for its version, and again when its file has changed.
    """
    return key_of(*((name, _version(name, cache)) for name in names))


def _version(name: str, cache: Cache) -> str:
    tool = find_tool(name)
    if isinstance(tool, Missing):
        return "missing"
    try:
        facts = tool.path.stat()
    except OSError:  # a library that only the loader knows where to find
        return tool.version
    key = key_of("version", str(tool.path), facts.st_size, facts.st_mtime_ns)
    known = cache.get(key)
    if known is None:
        known = tool.version.encode()
        cache.put(key, known)
    return known.decode()


def _packages() -> Iterator[str]:
    """The names of the folders in which installed packages say their versions."""
    for entry in sys.path:
        folder = Path(entry)
        if folder.is_dir():
            yield from (found.name for found in folder.iterdir() if found.suffix == ".dist-info")


def _of_files(root: Path, files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
