"""Letters and their plurals: "GPs" and "the NHS's" end in the name of a letter with an s behind it."""

from __future__ import annotations

from everyway.speech.tokens import Letters, Token, Words

_WITH_S = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        [
            "aze",
            "bees",
            "seas",
            "dees",
            "ease",
            "effs",
            "jeez",
            "aitches",
            "eyes",
            "jays",
            "kays",
            "ells",
            "ems",
            "enns",
            "ohs",
            "peas",
            "queues",
            "ars",
            "esses",
            "tease",
            "yous",
            "vees",
            "double-yous",
            "exes",
            "whys",
            "zeds",
        ],
        strict=True,
    )
)
"""The names of letters with an s, written so that any English voice says them."""


def with_s(text: str) -> tuple[Token, ...]:
    """Letters with an s behind the last: more than one of them, or what belongs to them."""
    last = _WITH_S.get(text[-1:].upper())
    if last is None:
        return Letters(text), Words("s")
    return (*((Letters(text[:-1]),) if text[:-1] else ()), Words(last))
