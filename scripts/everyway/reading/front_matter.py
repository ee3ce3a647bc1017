"""The settings at the head of a part, between two lines of three hyphens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from everyway.model import Source
from everyway.reading.files import TextFile
from everyway.reading.found import Found
from everyway.reading.marks import checked_language
from everyway.reading.schema import check_settings
from everyway.reading.yaml_files import Settings, read_yaml

_KEY = re.compile(r"\s*[A-Za-z_]+[ \t]*:")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of a part sets, and where; `text` is the part's Markdown, with blank lines in the head's place."""

    text: str
    where: Source
    part: int | None = None
    picture: str = ""
    picture_at: Source | None = None
    summary: str = ""
    summary_at: Source | None = None
    language: str = ""


def read_front_matter(file: TextFile, found: Found) -> FrontMatter:
    """A file in, its settings and its Markdown out; line numbers stay those of the file."""
    where = Source(file.name)
    lines = file.text.split("\n")
    if lines[0].rstrip() != "---" or not _KEY.match(next((line for line in lines[1:] if line.strip()), "")):
        return FrontMatter(file.text, where)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), None)
    if end is None:
        found.add("SRC090", "The settings at the head of this file are never closed.", where)
        return FrontMatter(file.text, where)
    text = "\n".join([""] * (end + 1) + lines[end + 1 :])
    settings = read_yaml("\n".join(lines[1:end]), file.name, found, first_line=2)
    if settings is None:
        return FrontMatter(text, where)
    check_settings(settings, "front_matter", found)
    return _typed(settings, text, where, found)


def _typed(settings: Settings, text: str, where: Source, found: Found) -> FrontMatter:
    value = settings.value if isinstance(settings.value, dict) else {}
    part = value.get("part")
    words = {key: " ".join(one.split()) for key, one in value.items() if isinstance(one, str)}
    key = "language" if "language" in words else "lang"
    tag = words.get(key, "")
    return FrontMatter(
        text,
        where,
        part if isinstance(part, int) and not isinstance(part, bool) else None,
        words.get("picture", ""),
        settings.where(("picture",)),
        words.get("summary", ""),
        settings.where(("summary",)),
        checked_language(tag, found, settings.where((key,))) if tag else "",
    )
