"""Hunspell, called in this process: whether a word is spelled as its dictionary spells it, and what was meant instead.

A dictionary takes some 50 ms to load and 25 MB; it is loaded when the first word in its language is looked up.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from everyway.tools import Missing, Tool, find_tool

DICTIONARIES: Mapping[str, str] = {"en": "dictionary-en-gb", "cy": "dictionary-cy"}
"""The main languages that can be checked, and the tool that is each one's dictionary."""

_NOT_OURS = frozenset({"en-us", "en-ca", "en-ph"})
"""Languages with a spelling of their own, for which the dictionary of their main language would be wrong."""


class Speller(Protocol):
    """What knows the words of one language."""

    def knows(self, word: str) -> bool:
        """Whether the word is spelled right, in the case in which it stands."""
        ...

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first."""
        ...


class Hunspell:
    """The library with one dictionary, given by its `.dic` file; the `.aff` file lies beside it. OSError if broken."""

    def __init__(self, library: Path, dictionary: Path) -> None:
        calls: Any = ctypes.CDLL(str(library))
        self._calls = calls
        calls.Hunspell_create.restype = ctypes.c_void_p
        calls.Hunspell_create.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
        calls.Hunspell_get_dic_encoding.restype = ctypes.c_char_p
        calls.Hunspell_get_dic_encoding.argtypes = [ctypes.c_void_p]
        calls.Hunspell_spell.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
        rows = ctypes.POINTER(ctypes.POINTER(ctypes.c_char_p))
        calls.Hunspell_suggest.argtypes = [ctypes.c_void_p, rows, ctypes.c_char_p]
        calls.Hunspell_free_list.argtypes = [ctypes.c_void_p, rows, ctypes.c_int]
        self._handle = calls.Hunspell_create(bytes(dictionary.with_suffix(".aff")), bytes(dictionary))
        if not self._handle:
            raise OSError(f"{dictionary} cannot be read")
        self._encoding = (calls.Hunspell_get_dic_encoding(self._handle) or b"utf-8").decode("ascii")

    def knows(self, word: str) -> bool:
        """Whether the dictionary has the word."""
        try:
            return bool(self._calls.Hunspell_spell(self._handle, word.encode(self._encoding)))
        except UnicodeEncodeError:
            return False

    def suggest(self, word: str) -> tuple[str, ...]:
        """What the library suggests; takes some 30 ms."""
        found = ctypes.POINTER(ctypes.c_char_p)()
        many = self._calls.Hunspell_suggest(self._handle, ctypes.byref(found), word.encode(self._encoding, "ignore"))
        words = tuple((found[number] or b"").decode(self._encoding) for number in range(many))
        self._calls.Hunspell_free_list(self._handle, ctypes.byref(found), many)
        return words


def dictionary_of(language: str) -> str:
    """The name of the tool that is the dictionary of a language tag; empty when there is none to be had."""
    tag = language.lower()
    return "" if tag in _NOT_OURS else DICTIONARIES.get(tag.partition("-")[0], "")


def missing_for(name: str) -> Missing | None:
    """What is missing for checking by the dictionary of that name, so far as one can tell without loading it."""
    for tool in (find_tool("hunspell"), find_tool(name)):
        if isinstance(tool, Missing):
            return tool
    return None


@cache
def speller_of(name: str) -> Speller | Missing:
    """The speller with the dictionary that is the tool of that name, loaded once; or what of it is missing."""
    if gap := missing_for(name):
        return gap
    library, dictionary = find_tool("hunspell"), find_tool(name)
    assert isinstance(library, Tool) and isinstance(dictionary, Tool)
    try:
        return Hunspell(library.path, dictionary.path)
    except (OSError, AttributeError, LookupError) as error:
        return Missing(library.wanted, f"it was found ({library.path}) but cannot be used: {error}")
