"""What print says in words that the text does not hold."""

from __future__ import annotations

import datetime

from everyway.wording import words_for


def date_in_words(date: datetime.date, language: str) -> str:
    """A date as people write it in the language: 30 July 2020."""
    words = words_for(language)
    return words("date", day=date.day, month=words(f"month-{date.month}"), year=date.year)
