"""Small projects to read: a base with two editions, over which a test lays its own files."""

from collections.abc import Mapping
from pathlib import Path

STAR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>\n'
BASE = {
    "content/publication.yml": """\
title: A small publication
publisher: The everyway project
language: en-GB
date: 2024-02-29
contact: {email: hello@example.org}
rights: MIT
editions: [plan, easy-read]
""",
    "content/plan/00-base.md": "# Base {#base}\n\nWords of the base.\n",
    "content/easy-read/00-base.md": "# Base {#base covers=base}\n\n![](star) Words of the base.\n",
    "content/pictures/star.svg": STAR,
    "content/pictures/pictures.yml": """\
star: {file: star.svg, alt: A star, credit: us, licence: MIT}
heart: {set: openmoji, id: "2764", alt: A heart}
line: {file: star.svg, alt: ""}
""",
    "content/words/glossary.yml": """\
- {word: NHS, expansion: National Health Service}
- {word: budget, meaning: A plan for how to spend money.}
""",
}


def make_project(folder: Path, files: Mapping[str, str | bytes] | None = None, base: bool = True) -> Path:
    """Write the base and the files given (an empty one with the text `-` is left out); gives the project's folder."""
    for name, text in {**(BASE if base else {}), **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text in ("-", "-\n"):
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return folder
