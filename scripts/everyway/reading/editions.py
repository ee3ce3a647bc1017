"""The editions of a publication: their settings, their parts, and the model of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from everyway.model import Edition, EditionKind, LeftOut, Source
from everyway.reading.blocks import read_blocks
from everyway.reading.context import Context, Ledger
from everyway.reading.found import Found
from everyway.reading.glossary import Words
from everyway.reading.ids import Ids
from everyway.reading.marks import checked_language
from everyway.reading.nearest import did_you_mean
from everyway.reading.notes import Notes
from everyway.reading.outline import give_ids
from everyway.reading.parts import Part, read_parts
from everyway.reading.pictures import Pictures
from everyway.reading.places import Places
from everyway.reading.sections import read_part
from everyway.reading.word_list import read_word_list
from everyway.reading.yaml_files import Settings, Value

_OWN_KEYS = frozenset({"title", "kind", "language", "summary", "word_list", "tested_with", "proof_read_by", "left_out"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition whose headings and ids are known, and whose text is not yet read."""

    name: str
    kind: EditionKind
    language: str
    settings: Mapping[str, Value]
    where: Source
    parts: tuple[Part, ...]
    ids: Ids


def draft_editions(settings: Settings, content: Path, language: str, found: Found) -> list[Draft]:
    """The editions that publication.yml names, each from the folder of its name."""
    value = settings.value.get("editions") if isinstance(settings.value, dict) else None
    rows: list[tuple[str, Value, Source]] = []
    if isinstance(value, list):
        rows = [
            (name, None, settings.where(("editions", at))) for at, name in enumerate(value) if isinstance(name, str)
        ]
    elif isinstance(value, dict):
        rows = [(name, row, settings.where(("editions", name))) for name, row in value.items()]
    drafts: dict[str, Draft] = {}
    for name, row, where in rows:
        if name in drafts:
            found.add("PUB005", f"The edition “{name}” is named twice.", where)
        elif draft := _draft(name, row if isinstance(row, dict) else {}, where, settings, content, language, found):
            drafts[name] = draft
    return list(drafts.values())


def _draft(
    name: str, row: Mapping[str, Value], where: Source, settings: Settings, content: Path, language: str, found: Found
) -> Draft | None:
    folder = content / name
    if "/" in name or "\\" in name or name.startswith(".") or not name:
        return None  # the schema has told what is wrong
    if not folder.is_dir():
        folders = [
            entry.name for entry in content.iterdir() if entry.is_dir() and entry.name not in {"pictures", "words"}
        ]
        hint = did_you_mean(name, folders) or f"Make the folder content/{name}, or take the edition out of the list."
        found.add("PUB009", f"There is no folder content/{name} for the edition “{name}”.", where, hint)
        return None
    if not folder.resolve().is_relative_to(content.resolve()):
        found.add("SRC004", f"The folder content/{name} is a link to a folder outside the project.", where)
        return None
    if tag := row.get("language"):
        language = (
            checked_language(str(tag), found, settings.where(("editions", name, "language")), "PUB008") or language
        )
    kind = _kind(name, row.get("kind"))
    parts = read_parts(folder, content.parent, found)
    if not parts:
        found.add(
            "PUB010", f"The edition “{name}” is empty: content/{name} has no Markdown file with words in it.", where
        )
    ids = Ids()
    give_ids([heading for part in parts for heading in part.headings], ids, found)
    return Draft(name, kind, language, row, where, tuple(parts), ids)


def _kind(name: str, value: Value) -> EditionKind:
    if isinstance(value, str) and value in set(EditionKind):
        return EditionKind(value)
    return EditionKind.EASY_READ if "easy" in name.casefold() else EditionKind.STANDARD


def places_of(drafts: list[Draft]) -> Places:
    """Where links may lead: every section and file of every edition."""
    return Places(
        {
            draft.name: {one.id: part.address for part in draft.parts for top in part.headings for one in top.walk()}
            for draft in drafts
        },
        {part.address: (draft.name, part.headings[0].id) for draft in drafts for part in draft.parts},
        tuple(draft.name for draft in drafts if draft.kind is EditionKind.STANDARD),
    )


def read_edition(
    draft: Draft, title: str, settings: Settings, words: Words, pictures: Pictures, places: Places, found: Found
) -> Edition:
    """A draft in, the edition with all its text out."""
    notes = Notes({part.name: part.notes for part in draft.parts}, draft.ids)
    ledger = Ledger(draft.ids, notes)
    easy = draft.kind is EditionKind.EASY_READ
    context = Context("", draft.name, easy, draft.language, "", found, ledger, words, pictures, places, read_blocks)
    sections = tuple(section for part in draft.parts for section in read_part(part, context))
    word_list = read_word_list(context) if draft.settings.get("word_list") is not False else None
    return Edition(
        name=draft.name,
        kind=draft.kind,
        title=_words(draft.settings, "title") or title,
        language=draft.language,
        sections=(*sections, word_list) if word_list else sections,
        source=draft.where,
        summary=_words(draft.settings, "summary"),
        word_list=word_list.id if word_list else "",
        tested_with=_words(draft.settings, "tested_with"),
        proof_read_by=_words(draft.settings, "proof_read_by"),
        left_out=_left_out(draft, settings, places, found),
        waivers=tuple(ledger.waivers),
        settings={key: value for key, value in draft.settings.items() if key not in _OWN_KEYS},
    )


def _words(row: Mapping[str, Value], key: str) -> str:
    value = row.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _left_out(draft: Draft, settings: Settings, places: Places, found: Found) -> tuple[LeftOut, ...]:
    value = draft.settings.get("left_out")
    known = places.covered()
    left_out: list[LeftOut] = []
    for name, reason in value.items() if isinstance(value, dict) else []:
        where = settings.where(("editions", draft.name, "left_out", name))
        if name not in known:
            message = f"“{name}” is left out, but no section of the plan has that id."
            found.add("PUB014", message, where, did_you_mean(name, known))
        else:
            left_out.append(LeftOut(name, " ".join(str(reason).split()), where))
    return tuple(left_out)
