"""Words of the publication's lexicon. They come first, except that no word is looked for inside an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from everyway.speech.rules.rule import Holds, Rule, Said
from everyway.speech.rules.tongue import Tongue


def lexicon_rules(tongue: Tongue) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """The rules of a lexicon: entries with signs in them, which come before addresses, and plain words."""
    lexicon = tongue.lexicon
    return tuple(_rules(lexicon.signed)), tuple(_rules(lexicon.plain))


def _rules(pattern: re.Pattern[str] | None) -> Iterator[Rule]:
    if pattern is not None:
        yield Rule("lexicon", Holds.ANYTHING, pattern, _say)


def _say(match: re.Match[str], tongue: Tongue) -> Said | None:
    return tongue.lexicon.say(match[0], tongue.language)
