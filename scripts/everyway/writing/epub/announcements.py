"""What a recording says before and after the text, on the pages that stand there: the title page and the last one."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from everyway.speech.timeline import Clip
from everyway.writing.epub.page import Page
from everyway.writing.epub.spoken import plain

_LINES = frozenset({"h1", "h2", "p", "li"})


def announce(page: Page, clips: Sequence[Clip]) -> None:
    """Give what is said an id on a page: the line that tells the same, or else a new one at the end."""
    lines: dict[str, Element] = {}
    for line in page.body.iter():
        if line.tag in _LINES and not line.get("id"):
            lines.setdefault(plain("".join(line.itertext())), line)
    for clip in clips:
        said = plain(clip.text)
        if said in lines:
            line = lines.pop(said)
        else:
            line = SubElement(page.body[0], "p", {"class": "said"})
            line.text, line.tail = clip.text, "\n"
            if clip.language != page.language:
                line.set("lang", clip.language)
        line.set("id", page.ids.take(clip.id))
