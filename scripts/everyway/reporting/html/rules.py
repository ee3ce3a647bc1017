"""The pages about the rules: one a rule, and a list of them all; made from the rules' own data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from everyway.findings import Level, Rule, rules
from everyway.model.criteria import Criterion, criteria, criteria_in
from everyway.reporting.html.frame import PAGES, RULES, Page, frame
from everyway.reporting.html.index import LEVELS
from everyway.reporting.report import About

if TYPE_CHECKING:
    from jinja2 import Environment

WHO = {
    "editor": "An editor, in content/",
    "theme": "Whoever makes the theme, in themes/",
    "maintainer": "The maintainers of everyway: please report it",
}
MEANS = {
    Level.ERROR: "Some readers would be shut out or misled. It has to be mended before you publish.",
    Level.ADVICE: "It could be better. You decide.",
    Level.MANUAL: "Only a person can tell. Please look, and write what you found into content/audits.yml.",
}


@dataclass(frozen=True, slots=True)
class Family:
    """Rules whose codes begin alike, and what they are about."""

    code: str
    rules: tuple[Rule, ...]


def rule_address(code: str) -> str:
    """The address of a rule's page, from the report's folder."""
    return f"rules/{code}.html"


def rule_pages(about: About, templates: Environment, pages: tuple[Page, ...] = PAGES) -> Iterator[tuple[str, str]]:
    """The address and the HTML of each page about rules, the list of all first."""
    context = {**frame(about, RULES, pages), "levels": LEVELS, "families": tuple(_families())}
    yield RULES[0], templates.get_template("rules.html").render(context)
    template = templates.get_template("rule.html")
    codes = list(rules())
    for number, rule in enumerate(rules().values()):
        told = {
            **frame(about, (rule_address(rule.code), ""), pages),
            "rule": rule,
            "level": LEVELS[rule.level],
            "means": MEANS[rule.level],
            "who": WHO[rule.who],
            "criteria": tuple(_criteria(rule)),
            "before": codes[number - 1] if number else "",
            "after": codes[number + 1] if number + 1 < len(codes) else "",
        }
        yield rule_address(rule.code), template.render(told)


def _criteria(rule: Rule) -> Iterator[Criterion]:
    return (criteria()[number] for number in criteria_in(rule.standard))


def _families() -> Iterator[Family]:
    families: dict[str, list[Rule]] = {}
    for rule in rules().values():
        families.setdefault(rule.code.rstrip("0123456789"), []).append(rule)
    return (Family(code, tuple(members)) for code, members in families.items())
