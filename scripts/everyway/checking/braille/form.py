"""The form of a file: nothing in it but cells, no line too long, no page too full, no volume too thick."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from everyway.checking.braille.cells import CELL_OF
from everyway.checking.braille.sheets import Sheet
from everyway.findings import Finding
from everyway.model import Artifact


def characters(artifact: Artifact) -> Iterator[Finding]:
    """What a BRF file holds beside braille letters, CR LF and form feeds; the rows of PEF are for its schema."""
    if artifact.format != "brf":
        return
    content = artifact.path.read_bytes()
    allowed = {ord(letter) for letter in CELL_OF}
    bare = content.replace(b"\r\n", b"").replace(b"\f", b"")
    for byte in sorted(set(bare) - allowed):
        message = f"The file holds the byte 0x{byte:02X}, which no embosser reads as braille."
        yield Finding("BRL001", message, format=artifact.format, place=f"byte {content.find(byte)}")
    if not content.endswith(b"\r\n\f"):
        yield Finding("BRL001", "The last page does not end with a form feed.", format=artifact.format)


def sizes(artifact: Artifact, sheets: list[Sheet]) -> Iterator[Finding]:
    """Lines with too many cells, pages with too many lines, volumes with too many pages."""
    cells, most, thickest = (int(artifact.facts[name]) for name in ("cells", "lines", "volume_pages"))
    for sheet in sheets:
        for number, line in enumerate(sheet.every, 1):
            if len(line) > cells:
                message = f"Line {number} has {len(line)} cells; there is room for {cells}."
                yield Finding("BRL002", message, format=artifact.format, place=sheet.place)
        if len(sheet.every) > most:
            message = f"The page has {len(sheet.every)} lines; there is room for {most}."
            yield Finding("BRL003", message, format=artifact.format, place=sheet.place)
    for volume, pages in Counter(sheet.volume for sheet in sheets).items():
        if pages > thickest:
            message = f"Volume {volume} has {pages} pages; {thickest} were asked for at most."
            yield Finding("BRL011", message, format=artifact.format, place=f"volume {volume}")
