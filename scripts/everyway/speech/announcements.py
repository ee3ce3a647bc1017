"""What is said before the first part and after the last: what this is, who speaks, whom to ask, who owns the words."""

from __future__ import annotations

from everyway.model import Edition, Publication
from everyway.speech.blocks import Teller
from everyway.wording import words_for

OPENING, CLOSING = "opening", "closing"
"""The ids of these two chapters, and what the ids of their utterances begin with."""

_MOST_CREDITS = 4
"""More makers of pictures than these are not read out; the pages and the PDF name them all."""


def opening(teller: Teller, publication: Publication, edition: Edition) -> str:
    """Title, edition, the voice, publisher and date; gives the chapter's title."""
    words = words_for(edition.language)
    date = publication.date
    month = words(f"month-{date.month}")
    told = [
        ("title", publication.title),
        ("edition", edition.title if edition.title != publication.title else ""),
        ("kind", words("audio-easy-read") if edition.easy_read and words("easy-read") not in edition.title else ""),
        ("voice", words("audio-easy-voice" if edition.easy_read else "audio-voice")),
        ("publisher", words("audio-publisher", publisher=publication.publisher) if publication.publisher else ""),
        ("date", words("audio-date", date=words("date", day=date.day, month=month, year=date.year))),
    ]
    for name, text in told:
        teller.announce(f"{OPENING}-{name}", _ended(text), publication.source)
    return edition.title or publication.title


def closing(teller: Teller, publication: Publication, edition: Edition) -> str:
    """The end, whom to ask, the rights and, when they are few, the makers of pictures; gives the chapter's title."""
    words = words_for(edition.language)
    contact = publication.contact
    easy = "easy-" if edition.easy_read else ""
    makers = sorted({picture.credit for picture in publication.pictures if picture.credit})
    told = [
        ("end", words("audio-end", title=edition.title or publication.title)),
        ("contact", words("contact")),
        ("email", f"{words(f'{easy}email')} {contact.email}" if easy else f"{words('email')}: {contact.email}"),
        ("phone", _phone(contact.phone, words(f"{easy}phone"), bool(easy))),
        ("note", contact.note),
        ("rights-heading", words(f"{easy}rights")),
        ("rights", publication.rights),
        ("credits", words("audio-credits", credits=", ".join(makers)) if 0 < len(makers) <= _MOST_CREDITS else ""),
    ]
    for name, text in told:
        if name == "email" and not contact.email:
            continue
        teller.announce(f"{CLOSING}-{name}", _ended(text), publication.source)
    return words("contact")


def _phone(number: str, words: str, easy: bool) -> str:
    return f"{words}{'' if easy else ':'} {number}" if number else ""


def _ended(text: str) -> str:
    """A text with a stop at its end, so that a voice falls there."""
    text = text.strip()
    return f"{text}." if text and text[-1].isalnum() else text
