"""A page's content stream: names and property lists of its marked content put right, and spaces added."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from everyway.tagging.boxes import Font, Stream
from everyway.tagging.drawing import Drawn
from everyway.tagging.nodes import Artifact
from everyway.tagging.objects import Dictionary, PdfText

LOGGER = logging.getLogger("weasyprint.tagging")

SHOW, SHOWN = b"[", b"] TJ"


@dataclass(frozen=True, slots=True)
class Space:
    """The space of a font, as operands of TJ (ISO 32000-1, 9.4.3): at the end of a run, and at its start.

    At the start the pen is set back by the space's width, so that nothing moves.
    """

    after: bytes
    before: bytes


@dataclass(slots=True)
class Sequence:
    """A marked-content sequence that is open, and where it first and last shows text, and in which font."""

    mcid: int | None
    properties: Dictionary
    first: tuple[int, bytes] | None = None
    last: tuple[int, bytes] | None = None


def spaces_of(fonts: Mapping[object, Font]) -> dict[bytes, Space]:
    """Give the space of each font that has drawn one, by the font's name."""
    found: dict[bytes, Space] = {}
    for font in fonts.values():
        glyph = next((glyph for glyph, letter in font.to_unicode.items() if letter == " "), None)
        if glyph is not None and glyph in font.widths and not font.bitmap:
            code = b"<%04x>" % glyph
            found[font.hash.encode()] = Space(code, code + b"%d" % font.widths[glyph])
    return found


def rewrite(stream: Stream, drawn: Drawn, roles: Mapping[int, str], spaces: Mapping[bytes, Space]) -> None:
    """Rewrite a page's stream in place. `roles`: the role of each MCID that is content."""
    items = stream.stream
    font, fonts = b"", [b""]
    open_ones: list[Sequence] = []
    unseen = set(roles)
    for place, item in enumerate(items):
        if not isinstance(item, bytes):
            continue
        if item.endswith(SHOWN) and open_ones:
            open_ones[-1].last = place, font
            open_ones[-1].first = open_ones[-1].first or open_ones[-1].last
        elif item.endswith(b" Tf"):
            font = item[1:].partition(b" ")[0]
        elif item == b"q":
            fonts.append(font)
        elif item == b"Q" and fonts:
            font = fonts.pop()
        elif item == b"BMC":
            open_ones.append(Sequence(None, Dictionary()))
        elif item == b"BDC":
            open_ones.append(sequence := _begin(items, place, drawn, roles))
            if sequence.mcid is not None:
                unseen.discard(sequence.mcid)
        elif item == b"EMC" and open_ones:
            _end(items, open_ones.pop(), drawn, spaces)
    if unseen:
        LOGGER.error("Text drawn with opacity, a mask or a blend is lost to people who listen: %d pieces", len(unseen))


def properties_of(artifact: Artifact) -> Dictionary:
    """Give the property list of an artifact (ISO 32000-1, table 330)."""
    kind, _, subtype = artifact.value.partition(" ")
    return Dictionary({"Type": kind, "Subtype": subtype} if subtype else {"Type": kind})


def _begin(items: list[object], place: int, drawn: Drawn, roles: Mapping[int, str]) -> Sequence:
    """Name a sequence as what it is: its name and its property list stand before the operator."""
    properties = items[place - 1]
    mcid = properties.get("MCID") if isinstance(properties, Dictionary) else None
    if not isinstance(properties, Dictionary) or not isinstance(mcid, int):
        return Sequence(None, Dictionary())
    artifact = drawn.artifacts.get(mcid)
    items[place - 2] = "/Artifact" if artifact else f"/{roles.get(mcid, 'Span')}"
    if artifact:
        items[place - 1] = properties_of(artifact)
    return Sequence(mcid, properties)


def _end(items: list[object], sequence: Sequence, drawn: Drawn, spaces: Mapping[bytes, Space]) -> None:
    """Give a run its spaces: the font's own glyph where it can be, or else by ActualText (14.9.4)."""
    run = drawn.texts.get(sequence.mcid) if sequence.mcid is not None else None
    if run is None or run.actual == run.text:
        return
    first = spaces.get(sequence.first[1]) if sequence.first else None
    last = spaces.get(sequence.last[1]) if sequence.last else None
    if run.actual.strip() != run.text.strip() or first is None or last is None:
        sequence.properties["ActualText"] = PdfText(run.actual)
        return
    if run.space_after and sequence.last:
        line = items[sequence.last[0]]
        assert isinstance(line, bytes)
        items[sequence.last[0]] = line[: -len(SHOWN)] + last.after + SHOWN
    if run.space_before and sequence.first:
        line = items[sequence.first[0]]
        assert isinstance(line, bytes)
        items[sequence.first[0]] = SHOW + first.before + line[len(SHOW) :]
