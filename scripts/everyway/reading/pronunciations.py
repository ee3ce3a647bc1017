"""How voices say words: `content/words/pronunciations.yml` to the model."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from everyway.model import Pronunciation, Source
from everyway.reading.found import Found
from everyway.reading.glossary import settings_of_words
from everyway.reading.marks import checked_language
from everyway.reading.yaml_files import Value

_WAYS = ("alias", "ipa", "say_as")
_WAYS_TO_SAY = "Write alias (other words), ipa (its sounds) or say_as (letters, digits or word)."


def read_pronunciations(content: Path, found: Found) -> tuple[Pronunciation, ...]:
    """Every entry in the order of the file; what says nothing, or says a word a second time, becomes a finding."""
    settings = settings_of_words(content, "pronunciations", found)
    entries: dict[tuple[str, str], Pronunciation] = {}
    for number, row in enumerate(settings.value if settings and isinstance(settings.value, list) else []):
        if settings is None or not isinstance(row, dict) or not (word := _words(row.get("word"))):
            continue
        where = settings.where((number,))
        tag = _words(row.get("language"))
        language = checked_language(tag, found, settings.where((number, "language")), "PUB008") if tag else ""
        key = word, language.casefold()
        if twin := entries.get(key):
            found.add("SAY001", f"“{word}” stands here a second time; line {twin.source.line} says it too.", where)
            continue
        if entry := _entry(word, row, language, where, found):
            entries[key] = entry
    return tuple(entries.values())


def _entry(word: str, row: dict[str, Value], language: str, where: Source, found: Found) -> Pronunciation | None:
    given = {way: said for way in _WAYS if (said := _words(row.get(way)))}
    if len(given) != 1:
        many = f"is said in {len(given)} ways at once" if given else "has no word about how it is said"
        found.add("SAY002", f"“{word}” {many}.", where, _WAYS_TO_SAY)
    if not given:
        return None
    way, said = next(iter(given.items()))
    note = _words(row.get("note"))
    return Pronunciation(word, where, **{way: said}, language=language, note=note)


def _words(value: Value) -> str:
    return unicodedata.normalize("NFC", " ".join(value.split())) if isinstance(value, str) else ""
