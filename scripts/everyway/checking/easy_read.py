"""Easy Read, as far as a program can tell: sentence length, letters and short forms that nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from everyway.findings import Finding
from everyway.model import Abbreviation, Code, Edition, Inline, LineBreak, Publication, Sentence
from everyway.model.walk import inlines_of, plain_text, sections_of, sentences_of

LONGEST = 15
BETTER = 10
"""Words in a sentence."""

LETTERS = re.compile(r"\b[A-Z](?:[A-Z]|&(?=[A-Z])){1,7}(?=s?\b)")
"""Capitals in a row; “A&E” is one, “NHSs” has one."""

SHORT_FORMS = {
    "e.g.": "for example", "i.e.": "that is", "etc": "and so on", "approx": "about", "incl": "including",
    "vs": "against", "w/c": "the week of", "p.a.": "each year", "N.B.": "please note", "asap": "as soon as you can",
}  # fmt: skip
_SHORT = re.compile(
    r"(?<![\w.])(?:" + "|".join(re.escape(form).replace(r"\.", r"\.?") for form in SHORT_FORMS) + r")(?!\w)",
    re.IGNORECASE,
)


def easy_read(publication: Publication) -> Iterator[Finding]:
    """Every finding in the Easy Read editions, sentence by sentence."""
    explained = {entry.word for entry in publication.glossary}
    for edition in publication.editions:
        if edition.easy_read:
            for sentence in _sentences(edition):
                yield from _length(sentence)
                yield from _letters(sentence, explained)
                yield from _short_forms(sentence)


def _sentences(edition: Edition) -> Iterator[Sentence]:
    for section in sections_of(edition):
        yield from sentences_of(section)


def words_in(sentence: Sentence) -> int:
    """How many words a reader has to take in at once: those of the longest line, where lines are broken on purpose."""
    lines: list[list[Inline]] = [[]]
    for inline in sentence.inlines:
        if isinstance(inline, LineBreak):
            lines.append([])
        else:
            lines[-1].append(inline)
    return max(sum(any(letter.isalnum() for letter in word) for word in plain_text(line).split()) for line in lines)


def _length(sentence: Sentence) -> Iterator[Finding]:
    words = words_in(sentence)
    if words > BETTER:
        message = f"This sentence has {words} words: “{plain_text(sentence.inlines)}”"
        yield Finding("ER001" if words > LONGEST else "ER002", message, sentence.source)


def _letters(sentence: Sentence, explained: set[str]) -> Iterator[Finding]:
    known = explained | {one.text for one in inlines_of(sentence.inlines) if isinstance(one, Abbreviation)}
    for letters in dict.fromkeys(LETTERS.findall(_prose(sentence))):
        if letters not in known and f"{letters}s" not in known:
            message = f"Nobody explains what “{letters}” stands for, in “{_short(sentence)}”."
            yield Finding("ER003", message, sentence.source)


def _short_forms(sentence: Sentence) -> Iterator[Finding]:
    for form in dict.fromkeys(match.group() for match in _SHORT.finditer(_prose(sentence))):
        full = next((full for short, full in SHORT_FORMS.items() if _bare(short) == _bare(form)), "")
        message = f"“{form}” is cut short, in “{_short(sentence)}”."
        yield Finding("ER004", message, sentence.source, f"Write “{full}”." if full else "")


def _bare(form: str) -> str:
    return form.replace(".", "").casefold()


def _prose(sentence: Sentence) -> str:
    """The words of a sentence, without what is to be typed exactly."""
    codes = [one.text for one in inlines_of(sentence.inlines) if isinstance(one, Code)]
    text = plain_text(sentence.inlines)
    for code in codes:
        text = text.replace(code, " ")
    return text


def _short(sentence: Sentence) -> str:
    words = plain_text(sentence.inlines).split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
