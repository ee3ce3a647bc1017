"""What the site itself says on a page, in the page's language, or marked as the language that it is in."""

from __future__ import annotations

from markupsafe import Markup

from everyway.wording import words_for
from everyway.writing.html import language_attributes


class Spoken:
    """The site's own words on pages of a language (WCAG 2.2, 3.1.2: words in another language say which).

    `attributes` are those of an element that holds only such words: empty unless they are in another language.
    """

    def __init__(self, language: str) -> None:
        self.tell = words_for(language)
        self.language = self.tell.language
        self.attributes = Markup("") if is_in(language, self.language) else language_attributes(self.language)

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key, in an element that names its language where that is another."""
        words = self.tell(key, **values)
        return Markup("<span{}>{}</span>").format(self.attributes, words) if self.attributes else words


def is_in(language: str, wider: str) -> bool:
    """Whether a tag is the wider one or within it: "en-GB" is in "en"."""
    return f"{language}-".lower().startswith(f"{wider}-".lower())
