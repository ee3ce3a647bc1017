"""Facts of Easy Read held against those of the plan that it retells: what can only be true in one of the two.

Easy Read may say less, round a number or say it in another way. It is told of only where the plan has another value of
the same kind in the same place, which Easy Read does not tell; or where an address is nearly the plan's, but not quite.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import groupby

from everyway.checking.in_step.facts import CONTACTS, Fact, Kind, facts_in
from everyway.checking.in_step.pairs import Match
from everyway.model import Edition, Link, Publication, Section, Sentence, Source
from everyway.model.in_step import Contradiction
from everyway.model.walk import inlines_of, plain_text, sections_of, sentences_of

_ALIKE = 0.9
"""How much of an address two have in common when one of them is likely to be a slip."""

_ANOTHER_WAY = Fraction(3, 200)
"""“1 in 3” and 33 % are the same share in two ways: 1.5 points apart at most."""

_BEHIND = {"tel": Kind.PHONE, "mailto": Kind.EMAIL}

_MONTHS = {13: (3, 4, 5), 14: (6, 7, 8), 15: (9, 10, 11), 16: (12, 1, 2)}
"""The months of a season, which `fact_patterns.dates` numbers from 13 (spring) on."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact with where it stands."""

    fact: Fact
    source: Source
    title: str


def contradictions(publication: Publication, matches: Sequence[Match]) -> Iterator[Contradiction]:
    """What contradicts the plan in the pairs of one Easy Read edition, in reading order, each once."""
    plans: dict[str, tuple[Told, ...]] = {}
    for _, group in groupby(matches, key=lambda match: match.easy.section):
        these = tuple(group)
        for match in these:
            if match.plan_edition.name not in plans:
                plans[match.plan_edition.name] = _told(sections_of(match.plan_edition), match.plan_edition)
        whole = tuple(one for name in dict.fromkeys(match.plan_edition.name for match in these) for one in plans[name])
        yield from _in_section(these, whole)


def _in_section(matches: Sequence[Match], whole: Sequence[Told]) -> Iterator[Contradiction]:
    first = matches[0]
    easy = _told(first.easy_sections, first.easy_edition)
    near = tuple(told for match in matches for told in _told(_with_all(match.plan_section), match.plan_edition))
    own = tuple(told for match in matches for told in _told(match.plan_sections, match.plan_edition))
    seen: set[tuple[Kind, str]] = set()
    for one in easy:
        if (one.fact.kind, one.fact.words) in seen or any(agrees(one.fact, told.fact) for told in near):
            continue
        if _coarse(one.fact) and any(agrees(one.fact, told.fact) for told in whole):
            continue
        seen.add((one.fact.kind, one.fact.words))
        # A day that is told as “in 2020” is still untold beside another day.
        telling = [other.fact for other in easy if _fineness(other.fact) >= _fineness(one.fact)]
        against = [
            told
            for told in own
            if comparable(one.fact, told.fact) and not any(agrees(fact, told.fact) for fact in telling)
        ]
        if one.fact.kind in CONTACTS:
            against = against or [told for told in whole if nearly(one.fact, told.fact)]
        if against:
            yield Contradiction(
                kind=one.fact.kind.value,
                easy=one.fact.words,
                plan=tuple(dict.fromkeys(told.fact.words for told in against)),
                easy_source=one.source,
                plan_source=against[0].source,
                plan_title=against[0].title,
                grave=one.fact.kind in CONTACTS and not _same_site(one.fact, against),
            )


def agrees(easy: Fact, plan: Fact) -> bool:
    """Whether what Easy Read says is true if what the plan says is."""
    if easy.kind is not plan.kind or easy.of != plan.of:
        return False
    match easy.value, plan.value:
        case (tuple() as less, tuple() as more):
            return _within(less, more, easy, plan)
        case (Fraction() as less, Fraction() as more):
            if easy.kind is Kind.SHARE and easy.form != plan.form and abs(less - more) <= _ANOTHER_WAY:
                return True
            # Both may be rounded: then what they allow has to overlap.
            low, high = less * Fraction(easy.least), less * Fraction(easy.most)
            return low <= more * Fraction(plan.most) and more * Fraction(plan.least) <= high
        case _:
            return easy.value == plan.value


def comparable(easy: Fact, plan: Fact) -> bool:
    """Whether both facts answer the same question, so that two values contradict each other."""
    if easy.kind is not plan.kind or easy.of != plan.of:
        return False
    if easy.kind is Kind.DATE:
        return _fineness(easy) <= _fineness(plan)
    return True


def nearly(easy: Fact, plan: Fact) -> bool:
    """Whether two addresses or phone numbers differ by a slip of the finger only."""
    if easy.kind is not plan.kind or easy.value == plan.value:
        return False
    return SequenceMatcher(None, str(easy.value), str(plan.value), autojunk=False).ratio() >= _ALIKE


def _within(less: tuple[int | str, ...], more: tuple[int | str, ...], easy: Fact, plan: Fact) -> bool:
    """A date may be told with less detail: “July 2020” for “30 July 2020”; a span of years holds both its years."""
    if plan.form == "span" or easy.form == "span":
        years = {int(less[0]), int(more[0])}
        if easy.form == plan.form:
            return less == more
        span, single = (more, less) if plan.form == "span" else (less, more)
        return int(single[0]) in (int(span[0]), int(span[0]) + 1) or len(years) == 1
    if all(part in (0, other) for part, other in zip(less, more, strict=True)):
        return True
    if 0 in (less[0], more[0]) and less[1] != 0:
        return less[1:] == more[1:]  # one of the two leaves out the year
    return less[0] == more[0] and int(more[1]) in _MONTHS.get(int(less[1]), ())


def _fineness(fact: Fact) -> int:
    return sum(1 for part in fact.value if part) if isinstance(fact.value, tuple) else 0


def _coarse(fact: Fact) -> bool:
    """Facts that many sections share, and that Easy Read may bring in from elsewhere in the plan."""
    return fact.kind in (Kind.DATE, Kind.COUNT)


def _same_site(fact: Fact, against: Sequence[Told]) -> bool:
    host = str(fact.value).split("/")[0]
    return fact.kind is Kind.WEB and any(str(told.fact.value).split("/")[0] == host for told in against)


def _with_all(section: Section) -> Iterator[Section]:
    yield section
    yield from sections_of(section)


def _told(sections: Iterable[Section], edition: Edition) -> tuple[Told, ...]:
    """The facts of these sections' own words."""
    found: list[Told] = []
    for section in sections:
        title = " ".join(plain_text(section.heading.inlines).split())
        language = section.language or edition.language
        for sentence in sentences_of(section):
            found.extend(Told(fact, sentence.source, title) for fact in _of(sentence, language))
    return tuple(found)


def _of(sentence: Sentence, language: str) -> Iterator[Fact]:
    shown = facts_in(" ".join(plain_text(sentence.inlines).split()), language)
    yield from shown
    kinds = {fact.kind for fact in shown}
    for inline in inlines_of(sentence.inlines):
        if isinstance(inline, Link) and isinstance(inline.target, str):
            scheme, _, rest = inline.target.partition(":")
            # What is shown counts; an address is taken from behind a link only where the words do not give one.
            if _BEHIND.get(scheme) not in {None, *kinds}:
                yield from facts_in(rest.partition("?")[0], language)
