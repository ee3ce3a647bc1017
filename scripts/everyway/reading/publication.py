"""A project's `content/` in, the typed publication and everything that is wrong with it out."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from everyway.errors import ProjectError
from everyway.findings import Finding
from everyway.memory import steady_memory
from everyway.model import Contact, Publication, Source
from everyway.reading.audits import read_audits
from everyway.reading.editions import draft_editions, places_of, read_edition
from everyway.reading.files import LARGEST_SETTINGS, read_text
from everyway.reading.found import Found
from everyway.reading.glossary import read_words
from everyway.reading.ids import slug
from everyway.reading.links import EMAIL
from everyway.reading.marks import checked_language
from everyway.reading.pictures import Pictures
from everyway.reading.print_settings import check_colours
from everyway.reading.pronunciations import read_pronunciations
from everyway.reading.reviewed import read_reviews
from everyway.reading.schema import check_settings
from everyway.reading.spelling import read_spelling
from everyway.reading.yaml_files import Settings, Value, read_yaml

_SETTINGS = ("print", "speech", "braille", "site", "accessibility", "profiles")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: `publication` is None only when errors leave nothing to make one from.

    `findings` has everything that was found, sorted by file and line.
    """

    publication: Publication | None
    findings: tuple[Finding, ...]


def read_publication(project: Path) -> Reading:
    """Read the publication of a project, the folder that holds `content/`.

    Whatever is wrong in its files becomes a finding; all are gathered in one reading. ProjectError when there is no
    `content/publication.yml` to begin with.
    """
    project = project.resolve()
    path = project / "content" / "publication.yml"
    if not path.is_file():
        raise ProjectError(
            "no-publication",
            f"There is no file content/publication.yml in {project}.",
            why="It names the publication and its editions; without it there is nothing to read.",
            fix="Go to the folder that holds content/, or make content/publication.yml there.",
        )
    found = Found()
    file = read_text(path, project, found, LARGEST_SETTINGS)
    settings = read_yaml(file.text, file.name, found) if file else None
    if settings is None:
        read_words(project / "content", found)
        read_pronunciations(project / "content", found)
        read_reviews(project / "content", found)
        Pictures(project / "content", found)
        return Reading(None, found.all())
    check_settings(settings, "publication", found)
    check_colours(settings, found)
    with steady_memory():
        publication = _publication(settings, project / "content", found)
    return Reading(publication, found.all())


def _publication(settings: Settings, content: Path, found: Found) -> Publication | None:
    value = settings.value if isinstance(settings.value, dict) else {}
    language = _language(value, settings, found)
    words = read_words(content, found)
    pronunciations = read_pronunciations(content, found)
    audits = read_audits(content, found)
    pictures = Pictures(content, found)
    drafts = draft_editions(settings, content, language, found)
    places = places_of(drafts)
    title = _words(value.get("title"))
    editions = tuple(read_edition(draft, title, settings, words, pictures, places, found) for draft in drafts)
    contact = _contact(value.get("contact"), settings, found)
    date = _date(value.get("date"), settings, found)
    if not editions:
        return None
    formats = value.get("formats")
    return Publication(
        name=_words(value.get("name")) or slug(title) or "publication",
        title=title,
        publisher=_words(value.get("publisher")),
        language=language,
        date=date,
        contact=contact,
        rights=_words(value.get("rights")),
        editions=editions,
        source=Source(settings.file),
        summary=_words(value.get("summary")),
        formats=tuple(str(name) for name in formats) if isinstance(formats, list) else (),
        glossary=words.entries,
        pictures=tuple(sorted(pictures.used.values(), key=lambda picture: picture.name)),
        pronunciations=pronunciations,
        reviews=read_reviews(content, found),
        settings={key: value[key] for key in _SETTINGS if key in value},
        audits=audits,
        spelling=read_spelling(content, found),
    )


def _words(value: Value) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _language(value: dict[str, Value], settings: Settings, found: Found) -> str:
    tag = _words(value.get("language"))
    return (checked_language(tag, found, settings.where(("language",)), "PUB008") if tag else "") or "en-GB"


def _contact(value: Value, settings: Settings, found: Found) -> Contact:
    row = value if isinstance(value, dict) else {}
    email = _words(row.get("email"))
    if email and not EMAIL.fullmatch(email):
        found.add("PUB007", f"“{email}” is not an e-mail address.", settings.where(("contact", "email")))
    return Contact(email, _words(row.get("phone")), _words(row.get("note")))


def _date(value: Value, settings: Settings, found: Found) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value).strip())
    except ValueError:
        if value is not None:
            found.add("PUB006", f"“{value}” is not a date.", settings.where(("date",)))
        return datetime.date(1970, 1, 1)
