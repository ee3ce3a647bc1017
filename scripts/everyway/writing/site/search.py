"""The search index: each section of the publication as an entry that a reader's browser can search by itself.

MkDocs' search plugin collects the entries (`search/search_index.json`). The page "Search" takes them from a script
instead (`assets/search-index.js`), which also works when the site is opened from a folder, without a server.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import unescape

from markupsafe import Markup

from everyway.model import Section
from everyway.model.walk import plain_text, sections_of, sentences_in

INDEX = "assets/search-index.js"


def text_to_search(part: Section) -> Markup:
    """A part as MkDocs' search reads pages: each section's heading with its id, and its words."""
    return Markup("").join(_entry(section) for section in (part, *sections_of(part)))


def _entry(section: Section) -> Markup:
    sentences = list(sentences_in(section.blocks))
    sentences += [sentence for note in section.notes for sentence in sentences_in(note.blocks)]
    if section.opening and section.opening.summary:
        sentences.insert(0, section.opening.summary)
    words = " ".join(plain_text(sentence.inlines) for sentence in sentences)
    return Markup('<h{0} id="{1}">{2}</h{0}>\n<p>{3}</p>\n').format(
        min(section.level, 6), section.id, plain_text(section.heading.inlines), words
    )


def index_script(index: str, pages: Mapping[str, tuple[str, str]]) -> str:
    """MkDocs' index as a script: one row `[url, section, page, edition, words]` for each section.

    `pages` gives, for the url of a page, its title and the title of its edition. A page of no edition is one row, with
    an empty edition.
    """
    rows = []
    for entry in json.loads(index)["docs"]:
        url, _, anchor = entry["location"].partition("#")
        title, edition = pages.get(url, ("", ""))
        # The entry of a whole page repeats what its sections say, and the other way round.
        if title and bool(anchor) == bool(edition):
            rows.append([entry["location"], unescape(entry["title"]), title, edition, entry["text"]])
    return f"window.everywayIndex={json.dumps(rows, ensure_ascii=False, separators=(',', ':'))};\n"
