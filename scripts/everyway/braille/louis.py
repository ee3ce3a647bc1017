"""liblouis, called in this process: text to cells and back, by its tables.

A process for each call would take 18 ms; a call takes as long as its words. The library keeps tables in memory of its
own without locks, so one thread calls it at a time.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable, Sequence
from ctypes import POINTER, byref, c_char_p, c_int, c_ushort, c_void_p
from functools import cache
from typing import Any

from everyway.errors import ToolError
from everyway.tools import need_tool

_DISPLAY = "unicode.dis"
_SILENT = 60000
"""A level above all of liblouis's (LOU_LOG_OFF): it would write to the terminal otherwise."""

_NO_UNDEFINED = 0x80
"""Say nothing for a character without a sign, instead of spelling its number."""

_ROOM = 8
"""Cells for each character at most; one without a sign is spelled out by more, and `knows` asks first."""

_KEPT = 50_000
"""So many translations are remembered: headings, captions and table words come again and again."""

_calls = threading.RLock()


@cache
def louis() -> Louis:
    """The library of this process, found once; ToolError with the line that brings it when it is missing."""
    return Louis()


class Louis:
    """The library; `version` is its own ("3.24.0")."""

    def __init__(self) -> None:
        tool = need_tool("liblouis")
        try:
            library = ctypes.CDLL(str(tool.path))
            library.lou_version.restype = c_char_p
            self.version: str = library.lou_version().decode()
            self._width: int = library.lou_charSize()
            library.lou_setLogLevel(_SILENT)
        except (OSError, AttributeError) as error:
            raise ToolError(
                "liblouis-broken",
                f"liblouis was found ({tool.path}) but cannot be used: {error}.",
                why="It puts text into braille.",
                fix=f"Install it anew: {tool.wanted.bring}",
            ) from error
        self._encoding = {2: "utf-16-le", 4: "utf-32-le"}[self._width]
        for function in (library.lou_translate, library.lou_backTranslate):
            function.argtypes = [
                c_char_p, c_void_p, POINTER(c_int), c_void_p, POINTER(c_int), c_void_p, c_char_p, c_void_p, c_void_p,
                c_void_p, c_int,
            ]  # fmt: skip
            function.restype = c_int
        self._library: Any = library
        self._sound: set[str] = set()
        self._kept: dict[tuple[str, str, tuple[int, ...] | None], str] = {}
        self._known: dict[tuple[str, str], bool] = {}

    def translate(self, text: str, table: str, forms: Sequence[int] | None = None) -> str:
        """The text in Unicode braille; see `Translator`."""
        key = (text, table, None if forms is None else tuple(forms))
        found = self._kept.get(key)
        if found is None:
            found = self._run(self._library.lou_translate, text, table, forms)
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = found
        return found

    def knows(self, character: str, table: str) -> bool:
        """Whether the table has a sign for a character."""
        key = (character, table)
        if key not in self._known:
            self._known[key] = bool(self._run(self._library.lou_translate, character, table, None, _NO_UNDEFINED))
        return self._known[key]

    def back(self, cells: str, table: str) -> str:
        """What Unicode braille says in print."""
        return self._run(self._library.lou_backTranslate, cells, table, None)

    def _run(self, call: Callable[..., int], text: str, table: str, forms: Sequence[int] | None, mode: int = 0) -> str:
        self._need_table(table)
        source = text.encode(self._encoding)
        length = len(source) // self._width
        room = length * _ROOM + 64
        given = ctypes.create_string_buffer(source, len(source) + self._width)
        made = ctypes.create_string_buffer(room * self._width)
        taken, wrote = c_int(length), c_int(room)
        # liblouis writes typeforms of the output back into this array.
        marks = (c_ushort * room)(*forms) if forms is not None else None
        with _calls:
            done = call(
                f"{_DISPLAY},{table}".encode(), given, byref(taken), made, byref(wrote), marks, None, None, None,
                None, mode,
            )  # fmt: skip
        if not done or taken.value != length:
            raise ToolError(
                "liblouis-failed",
                f"liblouis {self.version} could not put “{text[:60]}” through its table {table}.",
                why="These words would be missing from the braille.",
                fix="Write them in another way. If they are right as they are, please report it.",
            )
        return made.raw[: wrote.value * self._width].decode(self._encoding)

    def _need_table(self, table: str) -> None:
        if table in self._sound:
            return
        with _calls:
            found = self._library.lou_checkTable(f"{_DISPLAY},{table}".encode())
        if not found:
            raise ToolError(
                "braille-table-missing",
                f"liblouis {self.version} has no table {table}.",
                why="A table holds the rules of one braille code.",
                fix=f"Install liblouis with its tables: {need_tool('liblouis').wanted.bring}",
            )
        self._sound.add(table)
