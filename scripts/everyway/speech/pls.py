"""The lexicon of a publication as W3C Pronunciation Lexicons (PLS 1.0), for voices and readers of others.

A PLS document has one language (4.1), so there is one for each language of the entries. A letter-by-letter entry is an
alias of spaced letters, which is how the recommendation writes such words (4.6).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from everyway.model import Pronunciation
from everyway.speech.lexicon import Lexicon

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
MEDIA_TYPE = "application/pls+xml"


def pronunciation_lexicons(lexicon: Lexicon, language: str) -> Mapping[str, str]:
    """A PLS document for each language, by its tag; `language` is that of entries that name none.

    Documents are in order of tag, entries in order of word. A word that is only said as it is spelled is left out.
    """
    by_language: dict[str, list[Pronunciation]] = {}
    for entry in lexicon.entries:
        if entry.ipa or _alias(entry):
            by_language.setdefault(entry.language or language, []).append(entry)
    return {tag: _document(tag, entries) for tag, entries in sorted(by_language.items())}


def _document(language: str, entries: Iterable[Pronunciation]) -> str:
    lexemes = "".join(_lexeme(entry) for entry in sorted(entries, key=lambda entry: entry.word))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="ipa" xml:lang={quoteattr(language)}>\n'
        f"{lexemes}</lexicon>\n"
    )


def _lexeme(entry: Pronunciation) -> str:
    said = f"<phoneme>{escape(entry.ipa)}</phoneme>" if entry.ipa else f"<alias>{escape(_alias(entry))}</alias>"
    return f"  <lexeme>\n    <grapheme>{escape(entry.word)}</grapheme>\n    {said}\n  </lexeme>\n"


def _alias(entry: Pronunciation) -> str:
    if entry.say_as in ("letters", "digits"):
        return " ".join(letter for letter in entry.word if letter.isalnum())
    return entry.alias
