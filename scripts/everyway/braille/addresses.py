"""Where links lead whose words do not say so: a list at the end, for readers who cannot follow them."""

from __future__ import annotations

from everyway.model import Edition, Link, ListItem, Opening, OrderedList, Paragraph, Section, Sentence, Text
from everyway.model.walk import inlines_of, plain_text, sections_of, sentences_of
from everyway.wording import Wording

ADDRESSES = "addresses"


def addresses_of(edition: Edition, wording: Wording) -> Section | None:
    """A section that lists each address outside the publication once, in reading order; None when there is none."""
    found: dict[str, tuple[Link, str]] = {}
    for section in sections_of(edition):
        for sentence in sentences_of(section):
            for inline in inlines_of(sentence.inlines):
                if isinstance(inline, Link) and isinstance(inline.target, str):
                    shown = _shown(inline.target)
                    if not _says(plain_text(inline.inlines), shown):
                        found.setdefault(inline.target, (inline, shown))
    if not found:
        return None
    source = edition.source
    items = []
    for link, shown in found.values():
        words = plain_text(link.inlines).strip()
        told = (*link.inlines, Text(f": {shown}")) if words else (Text(shown),)
        items.append(ListItem((Paragraph((Sentence("", told, source),), source),), source))
    return Section(
        id=ADDRESSES,
        level=1,
        heading=Sentence("", (Text(wording("addresses")),), source),
        blocks=(OrderedList(tuple(items), source),),
        sections=(),
        source=source,
        opening=Opening(None, "", None, Sentence("", (Text(wording("addresses-summary")),), source)),
    )


def _shown(address: str) -> str:
    scheme, _, rest = address.partition(":")
    return rest.partition("?")[0] if scheme in ("mailto", "tel") else address


def _says(words: str, shown: str) -> bool:
    """Whether the words hold the address; a phone number may be written with spaces and without its country."""
    bare = "".join(words.split())
    return bool(bare) and (bare in shown or shown in bare or shown[-9:] in bare)
