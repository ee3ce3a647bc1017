"""The list of explained words at the end of an edition, made from the words of the glossary that it uses."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from everyway.model import Block, Definition, DefinitionList, Entry, Opening, Paragraph, Section
from everyway.reading.context import Context
from everyway.reading.inlines import sentence_of, sentences_of_text
from everyway.wording import words_for


def read_word_list(context: Context) -> Section | None:
    """The section that explains every word of the glossary that the edition uses, or None when it uses none.

    Meanings may use further words of the glossary; those are explained too.
    """
    used = context.ledger.words_used
    if not used:
        return None
    wording = words_for(context.language)
    context = replace(context, section=context.ledger.ids.take("word-list"))
    definitions: dict[str, Definition] = {}
    where = None
    while waiting := [entry for entry in context.words.entries if entry.id in used and entry.id not in definitions]:
        for entry in waiting:
            definitions[entry.id] = _definition(entry, replace(context, file=entry.source.file))
            where = where or entry.source
    assert where is not None
    context = replace(context, file=where.file)
    heading = sentence_of(wording("word-list"), context, where.line)
    summary = sentence_of(wording("word-list-summary"), context, where.line)
    order = sorted((entry for entry in context.words.entries if entry.id in definitions), key=_alphabetical)
    listed = DefinitionList(tuple(definitions[entry.id] for entry in order), where)
    opening = Opening(None, "", None, summary)
    return Section(context.section, 1, heading, (listed,), (), where, opening=opening)


def _definition(entry: Entry, context: Context) -> Definition:
    line = entry.source.line
    bare = replace(context, words=replace(context.words, pattern=None))
    term = sentence_of(entry.word, bare, line)
    meaning: list[Block] = []
    for text in (entry.expansion, entry.meaning):
        # A word is not explained by itself: its own letters stay plain letters in its meaning.
        if text and (sentences := sentences_of_text(text, context, line)):
            meaning.append(Paragraph(sentences, entry.source))
    name = context.ledger.ids.take(f"word-{entry.id}")
    return Definition((term,), (tuple(meaning),), entry.source, name)


def _alphabetical(entry: Entry) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKD", entry.word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)), entry.word
