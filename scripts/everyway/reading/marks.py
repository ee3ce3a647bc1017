"""Attributes of words: `[testun]{lang=cy}` and `[words]{term=word}`."""

from __future__ import annotations

from collections.abc import Mapping

from markdown_it.token import Token

from everyway.model import Source
from everyway.reading.context import Context
from everyway.reading.found import Found
from everyway.reading.languages import known_language, likely_language
from everyway.reading.nearest import did_you_mean
from everyway.reading.pieces import Mark


def checked_language(tag: str, found: Found, where: Source, rule: str = "SRC045") -> str:
    """A language tag as it was given, or an empty string and a finding when there is no such language."""
    if known_language(tag):
        return tag
    likely = likely_language(tag)
    found.add(rule, f"“{tag}” is not a language tag.", where, f"Did you mean “{likely}”?" if likely else "")
    return ""


def refuse_unknown(attributes: Mapping[str, object], known: tuple[str, ...], found: Found, where: Source) -> None:
    """A finding for each attribute that has no meaning here; the classes of `known` begin with a full stop."""
    given = [f"#{attributes['id']}"] if "id" in attributes and "#id" not in known else []
    given += [f".{name}" for name in str(attributes.get("class", "")).split()]
    given += [name for name in attributes if name not in {"id", "class"}]
    for name in given:
        if name not in known:
            hint = did_you_mean(name, known)
            usual = f"What can stand here: {', '.join(known)}." if known else "Take it out."
            found.add("SRC043", f"“{name}” has no meaning here.", where, hint or usual)


def span_marks(token: Token, context: Context, where: Source) -> tuple[Mark, ...]:
    """The marks that the attributes of a span ask for."""
    attributes = {**token.attrs, **token.meta.get("insecure_attrs", {})}
    refuse_unknown(attributes, ("lang", "term"), context.found, where)
    marks: list[Mark] = []
    if (tag := attributes.get("lang")) is not None and (language := checked_language(str(tag), context.found, where)):
        marks.append(Mark("foreign", language))
    if (word := attributes.get("term")) is not None:
        if entry := context.words.find(str(word)):
            marks.append(Mark("term", entry.id))
        else:
            hint = did_you_mean(str(word), [entry.word for entry in context.words.entries])
            context.found.add("SRC070", f"The glossary does not explain “{word}”.", where, hint)
    return tuple(marks)
