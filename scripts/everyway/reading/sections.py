"""Headings and the nodes under them in, sections out."""

from __future__ import annotations

from dataclasses import replace

from everyway.model import Opening, Section, Sentence
from everyway.reading.context import Context
from everyway.reading.front_matter import FrontMatter
from everyway.reading.inlines import read_sentence, sentence_of
from everyway.reading.languages import same_language
from everyway.reading.marks import checked_language, refuse_unknown
from everyway.reading.nearest import did_you_mean
from everyway.reading.outline import Heading
from everyway.reading.parts import Part
from everyway.wording import words_for


def read_part(part: Part, context: Context) -> tuple[Section, ...]:
    """The sections of level 1 of a file: one, unless its headings are at fault."""
    edition_language = context.language
    context = replace(
        context,
        file=part.name,
        words=context.words.with_expansions(part.abbreviations),
        language=part.front.language or context.language,
    )
    sections = [
        _section(heading, context, edition_language, part.front if number == 0 else None)
        for number, heading in enumerate(part.headings)
    ]
    context.ledger.notes.report_uncalled(part.name, context)
    return tuple(sections)


def _section(heading: Heading, context: Context, edition_language: str, front: FrontMatter | None) -> Section:
    where = context.at(heading.line)
    known = ("#id", "lang", "covers") if context.easy_read else ("#id", "lang")
    refuse_unknown(heading.attributes, known, context.found, where)
    tag = heading.attributes.get("lang")
    language = checked_language(tag, context.found, where) if tag else ""
    own = replace(context, section=heading.id, language=language or context.language)
    sentence = _heading_sentence(heading, own)
    opening = _opening(front, own) if heading.level == 1 else None
    blocks = own.read(heading.nodes, own)
    notes = own.ledger.notes.take(own)
    covers = _covers(heading, own)
    inner = tuple(_section(one, own, edition_language, None) for one in heading.inner)
    other = "" if same_language(own.language, edition_language) else own.language
    return Section(heading.id, heading.level, sentence, blocks, inner, where, notes, opening, covers, other)


def _heading_sentence(heading: Heading, context: Context) -> Sentence:
    if heading.node is None:
        return sentence_of(heading.words, context, heading.line)
    return read_sentence(heading.node.inline, context, heading.line)


def _opening(front: FrontMatter | None, context: Context) -> Opening | None:
    if front is None or (front.part is None and not front.picture and not front.summary):
        return None
    label = words_for(context.language)("part", number=front.part) if front.part is not None else ""
    at = front.picture_at or front.where
    picture = context.pictures.find(front.picture, "", context.file, at) if front.picture else None
    line = (front.summary_at or front.where).line
    summary = sentence_of(front.summary, context, line) if front.summary else None
    return Opening(front.part, label, picture, summary)


def _covers(heading: Heading, context: Context) -> tuple[str, ...]:
    if not context.easy_read:
        return ()
    known = context.places.covered()
    names = heading.attributes.get("covers", "").split()
    for name in names:
        if name not in known:
            message = f"“{heading.words}” covers “{name}”, but no section of the plan has that id."
            context.found.add("SRC023", message, context.at(heading.line), did_you_mean(name, known))
    return tuple(dict.fromkeys(name for name in names if name in known))
