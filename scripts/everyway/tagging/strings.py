"""Strings in content streams: what a token stands for (ISO 32000-1, 7.3.4 and 7.9.2.2)."""

from __future__ import annotations

import re

LITERAL = rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)"
"""A string in parentheses; in it they may nest three deep."""

STRING = re.compile(LITERAL + rb"|<[0-9A-Fa-f\s]*>", re.S)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}


def strings_of(array: bytes) -> list[bytes]:
    """Give the strings in an array, which may hold numbers too; all that are in hexadecimal as one."""
    if b"(" in array:
        return [bytes_of(string) for string in STRING.findall(array)]
    return [bytes.fromhex(b"".join(re.findall(rb"<([^>]*)>", array)).decode())]


def bytes_of(token: bytes) -> bytes:
    """Give the bytes that a string stands for."""
    if token[:1] == b"<":
        digits = b"".join(token[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return ESCAPE.sub(_escaped, token[1:-1])


def _escaped(match: re.Match[bytes]) -> bytes:
    what = match[1]
    return bytes([int(what, 8) & 255]) if what[:1].isdigit() else ESCAPES.get(what, what)


def decoded(text: bytes) -> str:
    """Give a text string: UTF-16 or UTF-8 with their marks, else (nearly) Latin-1."""
    if text[:2] == b"\xfe\xff":
        return text[2:].decode("utf-16-be", "replace")
    return text[3:].decode("utf-8", "replace") if text[:3] == b"\xef\xbb\xbf" else text.decode("latin-1")
