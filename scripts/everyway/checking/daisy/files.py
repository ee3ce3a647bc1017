"""The files of a talking book: their names, whether all are there, and whether they can be read at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

Ruled = tuple[str, str, str]
"""A rule, what is wrong, and in which file."""

NEEDED = ("ncc.html", "master.smil", "content.html")
NAME = re.compile(r"[a-z0-9_]{1,8}\.[a-z0-9]{3,4}")
NAMED = re.compile(r'(?:src|href)="(?![a-z]+:)([^"#]+)')

DOCTYPES: Mapping[str, str] = {
    "html": "-//W3C//DTD XHTML 1.0 Transitional//EN",
    "smil": "-//W3C//DTD SMIL 1.0//EN",
}


def names(files: Mapping[str, bytes]) -> Iterator[Ruled]:
    """Names that an old player cannot read, or that lie in folders."""
    for name in files:
        if not NAME.fullmatch(name):
            yield "DSY002", f"The file is called “{name}”.", name


def presence(files: Mapping[str, bytes]) -> Iterator[Ruled]:
    """Files that are named but not there, and files that nothing names."""
    told = {"ncc.html": "ncc.html", **dict.fromkeys(NEEDED, "the standard")}
    for name, content in files.items():
        if name.endswith((".html", ".smil")):
            told.update(dict.fromkeys(NAMED.findall(content.decode("utf-8", "replace")), name))
    for name in sorted(told.keys() - files.keys()):
        yield "DSY003", f"The file “{name}” is not there, but {told[name]} asks for it.", name
    for name in sorted(files.keys() - told.keys()):
        yield "DSY003", f"Nothing in the book names the file “{name}”.", name


def marked_up(files: Mapping[str, bytes]) -> Iterator[Ruled]:
    """Files that are no well-formed UTF-8 XML, or do not say which kind of XML they are."""
    for name, content in files.items():
        doctype = DOCTYPES.get(name.rpartition(".")[2])
        if doctype is None:
            continue
        try:
            ElementTree.fromstring(content)
            head = content.decode("utf-8")[:400]
        except (ElementTree.ParseError, UnicodeDecodeError) as error:
            yield "DSY004", f"The file cannot be read as XML: {error}.", name
            continue
        if not re.match(r'<\?xml version="1\.0" encoding="utf-8"\?>\s*<!DOCTYPE', head) or doctype not in head:
            yield "DSY004", f"The file does not begin by saying that it is XML in UTF-8 and “{doctype}”.", name
