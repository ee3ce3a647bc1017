"""How each outside tool tells its version. Every function gives "" when the tool would not say."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

_VERSION = re.compile(r"\d+(?:\.\d+)+")
_SECONDS = 20


def asked(option: str) -> Callable[[Path], str]:
    """The first version number that a command prints when run with the option."""

    def version(path: Path) -> str:
        try:
            answer = subprocess.run(
                (str(path), option), capture_output=True, text=True, errors="replace", timeout=_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return _number_in(answer.stdout) or _number_in(answer.stderr)

    return version


def of_distribution(name: str) -> Callable[[Path], str]:
    """The version of an installed Python package."""

    def version(_: Path) -> str:
        from importlib.metadata import PackageNotFoundError
        from importlib.metadata import version as installed

        try:
            return installed(name)
        except PackageNotFoundError:
            return ""

    return version


def of_npm_package(path: Path) -> str:
    """The version in the `package.json` of the npm package that a file belongs to."""
    for folder in path.parents:
        try:
            return str(json.loads((folder / "package.json").read_text("utf-8"))["version"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return ""


def of_pango(path: Path) -> str:
    """The version that the Pango library gives of itself."""
    return _of_library(path, "pango_version_string")


def of_liblouis(path: Path) -> str:
    """The version that the liblouis library gives of itself."""
    return _of_library(path, "lou_version")


def _of_library(path: Path, function: str) -> str:
    import ctypes

    try:
        ask = getattr(ctypes.CDLL(str(path)), function)
    except (OSError, AttributeError):
        return ""
    ask.restype = ctypes.c_char_p
    answer: bytes = ask()
    return answer.decode("ascii", "replace")


def of_espeak(path: Path) -> str:
    """The version that the eSpeak NG library gives of itself."""
    import ctypes

    try:
        ask = ctypes.CDLL(str(path)).espeak_Info
    except (OSError, AttributeError):
        return ""
    ask.restype = ctypes.c_char_p
    answer: bytes = ask(None)
    return _number_in(answer.decode("ascii", "replace"))


def of_file_name(path: Path) -> str:
    """The version that the file's own name tells, as in libhunspell-1.7.so.0."""
    return _number_in(path.name)


def of_dictionary(path: Path) -> str:
    """The version that the affix file beside a dictionary tells, else that of the npm package around it."""
    try:
        head = path.with_suffix(".aff").read_text("utf-8", "replace")[:4000]
    except OSError:
        return ""
    told = re.search(r"^#.*\bV(?:ersion)?\.? ?(\d+(?:\.\d+)+)", head, re.MULTILINE | re.IGNORECASE)
    return told[1] if told else of_npm_package(path)


def of_verapdf(path: Path) -> str:
    """The version of veraPDF's validation model inside a jar."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as jar:
            facts = jar.read("org/verapdf/release/validation-model.properties").decode("utf-8", "replace")
    except (OSError, BadZipFile, KeyError):
        return ""
    line = next((line for line in facts.splitlines() if line.startswith("verapdf.release.version")), "")
    return _number_in(line)


def _number_in(text: str) -> str:
    found = _VERSION.search(text)
    return found.group() if found else ""
