"""A page's content stream: names and property lists of its marked content put right, and spaces added."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from everyway.tagging.boxes import Font, Stream
from everyway.tagging.drawing import Drawn
from everyway.tagging.nodes import Artifact
from everyway.tagging.objects import Dictionary, PdfText
from everyway.tagging.spaces import Text

LOGGER = logging.getLogger("weasyprint.tagging")

SHOWN = b"] TJ"


def space_glyphs(fonts: Mapping[object, Font]) -> dict[bytes, bytes]:
    """Give the code of the space in each font that has drawn one, as the operand of TJ, by the font's name."""
    glyphs: dict[bytes, bytes] = {}
    for font in fonts.values():
        for glyph, letter in font.to_unicode.items():
            if letter == " ":
                glyphs[font.hash.encode()] = f"<{glyph:02x}>".encode() if font.bitmap else f"<{glyph:04x}>".encode()
                break
    return glyphs


def rewrite(stream: Stream, drawn: Drawn, roles: Mapping[int, str], spaces: Mapping[bytes, bytes]) -> None:
    """Rewrite a page's stream in place. `roles`: the role of each MCID that is content."""
    items = stream.stream
    font, fonts = b"", [b""]
    mcid: int | None = None
    shown: tuple[int, bytes] | None = None
    properties: Dictionary = Dictionary()
    missing = set(roles)
    for place, item in enumerate(items):
        if isinstance(item, bytes):
            if item.endswith(b" Tf"):
                font = item[1:].partition(b" ")[0]
            elif item == b"q":
                fonts.append(font)
            elif item == b"Q":
                font = fonts.pop() if fonts else font
            elif item.endswith(SHOWN):
                shown = place, font
            elif item == b"BDC" and mcid is not None:
                missing.discard(mcid)
                artifact = drawn.artifacts.get(mcid)
                items[place - 2] = "/Artifact" if artifact else f"/{roles.get(mcid, 'Span')}"
                if artifact:
                    items[place - 1] = properties_of(artifact)
            elif item == b"EMC" and mcid is not None:
                if mcid in drawn.texts:
                    _finish(items, drawn.texts[mcid], shown, spaces, properties)
                mcid = shown = None
        elif isinstance(item, Dictionary) and isinstance(number := item.get("MCID"), int):
            mcid, properties = number, item
    if missing:
        LOGGER.error("Text drawn with opacity, a mask or a blend is lost to people who listen: %d pieces", len(missing))


def properties_of(artifact: Artifact) -> Dictionary:
    """Give the property list of an artifact (ISO 32000-1, table 330)."""
    kind, _, subtype = artifact.value.partition(" ")
    return Dictionary({"Type": kind, "Subtype": subtype} if subtype else {"Type": kind})


def _finish(
    items: list[object], drawn: Text, shown: tuple[int, bytes] | None, spaces: Mapping[bytes, bytes], mark: Dictionary
) -> None:
    """Give a run its space: the font's own glyph after the last that is shown, or else by ActualText (14.9.4)."""
    glyph = spaces.get(shown[1]) if shown else None
    if drawn.replacement is not None:
        mark["ActualText"] = PdfText(drawn.replacement)
    elif drawn.space and shown and glyph:
        line = items[shown[0]]
        assert isinstance(line, bytes)
        items[shown[0]] = line[: -len(SHOWN)] + glyph + SHOWN
    elif drawn.space:
        mark["ActualText"] = PdfText(drawn.text + " ")
