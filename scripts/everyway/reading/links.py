"""Links: where an address leads, or a finding that says why it may not or cannot lead there."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

from everyway.model import Place, Source
from everyway.reading.context import Context
from everyway.reading.places import relative, suggestion

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
EMAIL = re.compile(r"[^\s@<>()\[\]\\,;:\"]+@[^\s@<>()\[\]\\,;:\"/]+\.[^\s@<>()\[\]\\,;:\"./]{2,}")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.?|[0-9a-f:.]+")
_TELEPHONE = re.compile(r"\+?[0-9()., -]{2,30}(;[a-z0-9=.+-]+)*", re.IGNORECASE)


def link_target(address: str, context: Context, where: Source) -> str | Place | None:
    """The target of a link as it was typed, or None and a finding."""
    address = address.strip()
    if match := _SCHEME.fullmatch(address):
        return _outside(address, match[1].lower(), match[2], context, where)
    path, _, section = unquote(address).partition("#")
    if path.startswith("//"):
        context.found.add("SRC021", f"“{address[:80]}” has no https: before it.", where)
        return None
    if path.startswith(("/", "\\")):
        context.found.add("SRC021", f"“{address}” is an absolute path, which only your own computer knows.", where)
        return None
    if not path:
        return _section(context.edition, section, address, context, where)
    folder = posixpath.dirname(context.file.removeprefix("content/"))
    target = posixpath.normpath(posixpath.join(folder, path))
    if target in context.places.files:
        edition, first = context.places.files[target]
        return _section(edition, section or first, address, context, where)
    if target in context.places.sections:
        return _section(target, section, address, context, where) if section else Place(target)
    known = [relative(file, folder) for file in context.places.files]
    context.found.add(
        "SRC020", f"The link {address} leads nowhere: there is no {target}.", where, suggestion(path, known)
    )
    return None


def _section(edition: str, section: str, address: str, context: Context, where: Source) -> Place | None:
    if context.places.has(edition, section):
        return Place(edition, section)
    what = f"no section has the id “{section}”" if section else "it names no section"
    folder = posixpath.dirname(context.file.removeprefix("content/"))
    hint = context.places.hint(section, edition, folder) if section else ""
    context.found.add("SRC020", f"The link {address or '()'} leads nowhere: {what}.", where, hint)
    return None


def _outside(address: str, scheme: str, rest: str, context: Context, where: Source) -> str | None:
    match scheme:
        case "http" | "https":
            try:
                good = rest.startswith("//") and _HOST.fullmatch(urlsplit(address).hostname or "") is not None
            except ValueError:
                good = False
            why = "has no web site in it"
        case "mailto":
            good = EMAIL.fullmatch(unquote(rest.partition("?")[0])) is not None
            why = "is not an e-mail address"
        case "tel":
            good = _TELEPHONE.fullmatch(unquote(rest)) is not None
            why = "is not a telephone number"
        case _:
            good = False
            drive = len(scheme) == 1
            why = (
                "is a path on your own computer"
                if drive or scheme == "file"
                else f"begins with {scheme}:, which is refused"
            )
    if good:
        return f"{scheme}:{rest}"
    context.found.add("SRC021", f"“{address[:80]}” {why}.", where)
    return None
