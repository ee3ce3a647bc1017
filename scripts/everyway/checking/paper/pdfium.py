"""The sheets of a PDF as PDFium draws them, which is how Chromium shows and prints them."""

from __future__ import annotations

import ctypes
import math
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from everyway.checking.paper.drawn import Box, Colour, Glyph, Run, Sheet

THIN = 6.0
"""Points: a filled path this low or a stroke this thick is a line, not an area."""

SHARE = 0.15
"""The least share of what lies behind a run that counts: less is an edge, or a line that crosses."""

SPACE, LINE_END = 0x20, (0x0A, 0x0D)

ITALIC = 1 << 6
"""The flag of an italic font (ISO 32000-1, table 123)."""

_pdfium = threading.Lock()
"""PDFium serves one thread at a time."""


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every page of a PDF file; ValueError for what PDFium cannot open."""
    with _opened(path) as document:
        return tuple(_read(document, index) for index in range(len(document)))


def read_texts(path: Path) -> tuple[str, ...]:
    """The text of every page of a PDF file; ValueError for what PDFium cannot open."""
    with _opened(path) as document:
        return tuple(page.get_textpage().get_text_range() for page in document)


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    import pypdfium2  # type: ignore[import-untyped]

    with _pdfium:
        try:
            document = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as error:
            raise ValueError(str(error)) from error
        try:
            yield document
        finally:
            document.close()


def _read(document: Any, index: int) -> Sheet:
    page = document[index]
    try:
        width, height = page.get_size()
        letters = _Letters(page, index + 1)
        letters.collect()
        drawings = _Drawings()
        drawings.collect(page.raw)
        behind = _Behind(page, drawings.texts, width, height)
        return Sheet(
            index + 1, width, height, tuple(letters.runs(behind)), tuple(drawings.strokes), tuple(drawings.pictures)
        )
    finally:
        page.close()


@dataclass(slots=True)
class _Found:
    """A text object and its glyphs so far."""

    thing: Any
    size: float
    slant: bool
    glyphs: list[Glyph] = field(default_factory=list)


class _Letters:
    """Collects the glyphs of a page by the text object that draws them."""

    def __init__(self, page: Any, number: int) -> None:
        self._page = page
        self._number = number
        self._found: list[_Found] = []

    def collect(self) -> None:
        import pypdfium2.raw as raw  # type: ignore[import-untyped]

        text = raw.FPDFText_LoadPage(self._page.raw)
        try:
            left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
            last = 0
            gap = False
            for index in range(raw.FPDFText_CountChars(text)):
                if raw.FPDFText_IsGenerated(text, index):
                    # Where letters are spaced out, PDFium tells the gap before a space, and leaves the space out.
                    told = raw.FPDFText_GetUnicode(text, index)
                    if gap and told in LINE_END and self._found:
                        self._found[-1].glyphs.append(_space_after(self._found[-1].glyphs[-1]))
                    gap = told == SPACE
                    continue
                thing = raw.FPDFText_GetTextObject(text, index)
                if not thing:
                    continue
                address = ctypes.addressof(thing.contents)
                if address != last:
                    last = address
                    self._found.append(self._start(text, index, thing))
                code = raw.FPDFText_GetUnicode(text, index)
                character = "-" if raw.FPDFText_IsHyphen(text, index) or code < 32 else chr(code)
                raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
                raw.FPDFText_GetCharOrigin(text, index, x, y)
                box = Box(left.value, bottom.value, right.value, top.value)
                glyphs, size = self._found[-1].glyphs, self._found[-1].size
                if gap and glyphs and " " not in (character, glyphs[-1].character) and _apart(glyphs[-1], box, size):
                    glyphs.append(_space_after(glyphs[-1]))
                gap = False
                glyphs.append(Glyph(character, box, x.value, y.value))
        finally:
            raw.FPDFText_ClosePage(text)

    def _start(self, text: Any, index: int, thing: Any) -> _Found:
        import pypdfium2.raw as raw

        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text, index, matrix)
        upright = math.hypot(matrix.c, matrix.d)
        # A synthetic italic is a matrix that leans; turned text has its baseline turned as well.
        area = abs(matrix.a * matrix.d - matrix.b * matrix.c)
        flat = abs(matrix.a * matrix.c + matrix.b * matrix.d)
        return _Found(thing, raw.FPDFText_GetFontSize(text, index) * upright, flat > 0.02 * area)

    def runs(self, behind: _Behind) -> Iterator[Run]:
        import pypdfium2.raw as raw

        for found in self._found:
            red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
            raw.FPDFPageObj_GetFillColor(found.thing, red, green, blue, alpha)
            number = raw.FPDFPageObj_GetMarkedContentID(found.thing)
            font, slant = _font(found.thing)
            seen = behind.colours(found.glyphs)
            colour = (red.value, green.value, blue.value)
            if alpha.value < 255 and seen:
                colour = _mixed(colour, seen[0], alpha.value / 255)
            yield Run(
                page=self._number,
                glyphs=tuple(found.glyphs),
                size=found.size,
                colour=colour,
                behind=seen,
                font=font,
                slant=slant or found.slant,
                mark=number if number >= 0 else None,
                artifact="Artifact" in _marks(found.thing),
            )


WORDS_APART = 0.4
"""In sizes of the letters: a gap this wide, between letters that are spaced out too, is a space."""


def _apart(glyph: Glyph, box: Box, size: float) -> bool:
    return box.left - glyph.box.right > WORDS_APART * size


def _space_after(glyph: Glyph) -> Glyph:
    edge = glyph.box
    return Glyph(" ", Box(edge.right, edge.bottom, edge.right, edge.top), edge.right, glyph.y, guessed=True)


class _Drawings:
    """Collects what a page draws besides letters, through all its forms; and the text objects themselves."""

    def __init__(self) -> None:
        self.texts: list[Any] = []
        self.strokes: list[Box] = []
        self.pictures: list[tuple[int | None, Box]] = []

    def collect(self, page: Any) -> None:
        import pypdfium2.raw as raw

        for index in range(raw.FPDFPage_CountObjects(page)):
            self._object(raw.FPDFPage_GetObject(page, index), outer=True)

    def _object(self, thing: Any, outer: bool) -> None:
        import pypdfium2.raw as raw

        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self.texts.append(thing)
            return
        if outer:
            left, bottom, right, top = (ctypes.c_float() for _ in range(4))
            raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
            box = Box(left.value, bottom.value, right.value, top.value)
            number = raw.FPDFPageObj_GetMarkedContentID(thing)
            if kind == raw.FPDF_PAGEOBJ_PATH and box.height <= THIN < box.width:
                self.strokes.append(box)
            else:
                self.pictures.append((number if number >= 0 else None, box))
        if kind == raw.FPDF_PAGEOBJ_FORM:
            for index in range(raw.FPDFFormObj_CountObjects(thing)):
                self._object(raw.FPDFFormObj_GetObject(thing, index), outer=False)


class _Behind:
    """The page once more, drawn without its letters: the colours that lie behind them."""

    def __init__(self, page: Any, texts: list[Any], width: float, height: float) -> None:
        import pypdfium2.raw as raw

        for thing in texts:
            raw.FPDFTextObj_SetTextRenderMode(thing, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        self._width, self._height = math.ceil(width), math.ceil(height)
        self._tall = height
        bitmap = raw.FPDFBitmap_Create(self._width, self._height, 0)
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, self._width, self._height, 0xFFFFFFFF)
            raw.FPDF_RenderPageBitmap(bitmap, page.raw, 0, 0, self._width, self._height, 0, raw.FPDF_ANNOT)
            self._stride = raw.FPDFBitmap_GetStride(bitmap)
            self._pixels = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), self._stride * self._height)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)

    def colours(self, glyphs: list[Glyph]) -> tuple[Colour, ...]:
        """The colours behind some glyphs, the most of them first; none if none of them is on the sheet."""
        seen = Counter(
            colour
            for glyph in glyphs
            if glyph.character.strip()
            for up in (0.25, 0.6)
            if (colour := self._at((glyph.box.left + glyph.box.right) / 2, glyph.box.bottom + up * glyph.box.height))
        )
        total = sum(seen.values())
        often = tuple(colour for colour, count in seen.most_common() if count >= SHARE * total)
        return often or tuple(colour for colour, _ in seen.most_common(1))

    def _at(self, x: float, y: float) -> Colour | None:
        column, row = int(x), int(self._tall - y)
        if not (0 <= column < self._width and 0 <= row < self._height):
            return None
        start = row * self._stride + 4 * column
        return self._pixels[start + 2], self._pixels[start + 1], self._pixels[start]


def _font(thing: Any) -> tuple[str, bool]:
    """The name of a text object's font, and whether it is an italic one."""
    import pypdfium2.raw as raw

    font = raw.FPDFTextObj_GetFont(thing)
    name = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, name, len(name))
    angle = ctypes.c_int()
    raw.FPDFFont_GetItalicAngle(font, angle)
    written = name.value.decode("utf-8", "replace")
    leans = "italic" in written.lower() or "oblique" in written.lower()
    return written, leans or angle.value != 0 or bool(raw.FPDFFont_GetFlags(font) & ITALIC)


def _marks(thing: Any) -> set[str]:
    """The tags of the marked content that an object is drawn in."""
    import pypdfium2.raw as raw

    found = set()
    for index in range(raw.FPDFPageObj_CountMarks(thing)):
        name = (ctypes.c_ushort * 64)()
        length = ctypes.c_ulong()
        raw.FPDFPageObjMark_GetName(raw.FPDFPageObj_GetMark(thing, index), name, ctypes.sizeof(name), length)
        found.add(bytes(name)[: length.value].decode("utf-16-le").rstrip("\0"))
    return found


def _mixed(front: Colour, back: Colour, share: float) -> Colour:
    red, green, blue = (round(share * one + (1 - share) * other) for one, other in zip(front, back, strict=True))
    return red, green, blue
