"""What a recording says before and after the text, on the pages that stand there: the title page and the last one."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from everyway.speech.timeline import Clip
from everyway.writing.epub.markup import parents
from everyway.writing.epub.page import Page
from everyway.writing.epub.sayable import plain

_LINES = frozenset({"h1", "h2", "p", "li", "span"})


def announce(page: Page, clips: Sequence[Clip]) -> None:
    """Give each clip its id on a page: the line that tells the same, or else a new one where it is said."""
    lines = [line for line in page.body.iter() if line.tag in _LINES and not line.get("id")]
    found = [_told(clip, lines) for clip in clips]
    last = next((line for line in reversed(found) if line is not None), None)
    following: Element | None = None
    for clip, line in reversed(list(zip(clips, found, strict=True))):
        if line is None:
            line = Element("p", {"class": "said"})
            line.text, line.tail = clip.text, "\n"
            if clip.language != page.language:
                line.set("lang", clip.language)
            _put(line, page.body, before=following, after=last)
        line.set("id", page.ids.take(clip.id))
        following = line


def _told(clip: Clip, lines: list[Element]) -> Element | None:
    """The line that tells what a clip says, or the end of it; no other clip gets it."""
    said = plain(clip.text)
    texts = [(line, plain("".join(line.itertext()))) for line in lines]
    same = [line for line, text in texts if text == said] or [
        line for line, text in texts if line.tag == "p" and text and said.endswith(text)
    ]
    if same:
        lines.remove(same[0])
        return same[0]
    return None


def _put(line: Element, body: Element, *, before: Element | None, after: Element | None) -> None:
    """Put a line before or else after one that is there; at the end when there is neither."""
    section = body[0]
    there = before if before is not None else after
    if there is None:
        section.append(line)
        return
    above = parents(body)
    while above[there] is not section:
        there = above[there]
    section.insert(list(section).index(there) + (before is None), line)
