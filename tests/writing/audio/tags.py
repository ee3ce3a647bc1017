"""The tag of an MP3 as its standard tells it (ID3v2.3 and its Chapter Frame Addendum), read apart from its writer."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Tag:
    size: int
    texts: dict[str, str] = field(default_factory=dict)
    chapters: list[tuple[str, str, int, int]] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    cover: bytes = b""


def read_tag(content: bytes) -> Tag:
    assert content[:5] == b"ID3\x03\x00" and content[5] == 0
    size = 0
    for byte in content[6:10]:
        assert byte < 0x80
        size = size << 7 | byte
    tag = Tag(size + 10)
    for name, body in frames(content[10 : size + 10]):
        if name == "APIC":
            assert body.startswith(b"\x00image/png\x00\x03\x00")
            tag.cover = body[len(b"\x00image/png\x00\x03\x00") :]
        elif name == "CTOC":
            _, rest = body.split(b"\x00", 1)
            flags, count = rest[0], rest[1]
            names = rest[2:].rstrip(b"\x00").split(b"\x00")
            assert flags == 3 and count == len(names)
            tag.contents = [name.decode() for name in names]
        elif name == "CHAP":
            own, rest = body.split(b"\x00", 1)
            start, end, *_ = struct.unpack(">IIII", rest[:16])
            ((inner, title),) = frames(rest[16:])
            assert inner == "TIT2"
            tag.chapters.append((own.decode(), text(title), start, end))
        else:
            tag.texts[name] = text(body)
    return tag


def frames(content: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at < len(content):
        size, flags = struct.unpack(">IH", content[at + 4 : at + 10])
        assert flags == 0
        yield content[at : at + 4].decode("ascii"), content[at + 10 : at + 10 + size]
        at += 10 + size
    assert at == len(content)


def text(body: bytes) -> str:
    return body[1:].decode("latin-1") if body[0] == 0 else body[1:].decode("utf-16")
