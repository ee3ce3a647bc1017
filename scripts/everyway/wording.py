"""The few words that everyway itself says ("Part", "Contents", "Note"), by language, as data.

Each language is one file, `wordings/<language>.toml`: a flat table of keys and texts, with `{names}` to fill in.
A language without a file, or a key that a file lacks, falls back to English; `words_for` tells which it gives.
"""

import datetime
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language; `language` is the tag of the file that was found."""

    language: str
    texts: dict[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its `{names}` filled in; KeyError for a key that English lacks too."""
        text = self.texts[key]
        return text.format(**values) if values else text


@cache
def words_for(language: str) -> Wording:
    """The wording for a BCP 47 tag: `cy-GB` takes `cy`, and what is not there takes `en`."""
    english = _read("en")
    main = language.split("-")[0].lower()
    own = _read(main)
    return Wording(main if own else "en", {**english, **own})


def date_in_words(date: datetime.date, language: str) -> str:
    """A date as people write it in the language: 30 July 2020."""
    words = words_for(language)
    return words("date", day=date.day, month=words(f"month-{date.month}"), year=date.year)


def _read(language: str) -> dict[str, str]:
    file = files("everyway") / "wordings" / f"{language}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
