"""A small project around a snippet of Markdown, and what the checks of the copy find in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.checking.editing.copy import copy_of
from everyway.checking.source import COPY_CHECKS
from everyway.findings import Finding
from everyway.reading.publication import read_publication
from everyway.tools import Missing, find_tool

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="5" cy="5" r="{radius}"/></svg>'
SETTINGS = """\
title: A plan to test with
name: test
publisher: The test people
language: en-GB
date: 2025-01-31
contact: {email: hello@example.org}
rights: Free to use.
editions:
  plan: {title: A plan, kind: standard, summary: What is planned.}
  easy: {title: "A plan: Easy Read", kind: easy-read, summary: What we plan.}
"""
WORDS = """\
- {word: NHS, expansion: National Health Service}
- {word: RNIB, expansion: Royal National Institute of Blind People}
"""
HEAD = "# A part {#part}\n\n"


def project(folder: Path, markdown: str, *, easy: bool = False) -> Path:
    """A project with one part that is or holds the snippet, in the plan or in Easy Read."""
    content = folder / "content"
    for name in ("plan", "easy", "pictures", "words"):
        (content / name).mkdir(parents=True, exist_ok=True)
    (content / "publication.yml").write_text(SETTINGS, "utf-8")
    for name, radius in (("dot", 2), ("square", 4)):
        (content / "pictures" / f"{name}.svg").write_text(SVG.format(radius=radius), "utf-8")
    (content / "pictures" / "pictures.yml").write_text("dot: {file: dot.svg, alt: A small ring}\n", "utf-8")
    (content / "words" / "glossary.yml").write_text(WORDS, "utf-8")
    (content / "words" / "spelling.txt").write_text("# a bird\nquokkabird  # made up\n\nQuokkaville\n", "utf-8")
    for name, words in (
        ("plan", "Words.\n" if easy else markdown),
        ("easy", markdown if easy else "![](dot) Words.\n"),
    ):
        (content / name / "01-part.md").write_text(f"{HEAD}{words}\n", "utf-8")
    return folder


def found_in(folder: Path, markdown: str, *, easy: bool = False) -> list[Finding]:
    reading = read_publication(project(folder, markdown, easy=easy))
    assert reading.publication is not None, reading.findings
    copy = copy_of(reading.publication)
    return [finding for check in COPY_CHECKS for finding in check(copy)]


def need_dictionaries(rule: str) -> None:
    if rule.startswith("SPL"):
        for name in ("hunspell", "dictionary-en-gb", "dictionary-cy"):
            tool = find_tool(name)
            if isinstance(tool, Missing):
                pytest.skip(f"{tool.wanted.title} is {tool.reason}. To bring it: {tool.bring}")
