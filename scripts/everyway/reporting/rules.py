"""The rules at a console: a list of all, or everything about some."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from textwrap import fill, indent

from everyway.errors import UsageError
from everyway.findings import Level, Rule, rules
from everyway.reporting.console import WHO


def rules_report(*, width: int) -> str:
    """One line a rule: its code, its level and what it asks for."""
    levels = max(len(level.value) for level in Level)
    codes = max(map(len, rules()))
    hang = " " * (codes + levels + 4)
    lines = (
        fill(f"{rule.code:{codes}}  {rule.level.value:{levels}}  {rule.title}", width, subsequent_indent=hang)
        for rule in rules().values()
    )
    return "\n".join([*lines, "", "More about one: everyway rules CODE"])


def rule_report(codes: Iterable[str], *, width: int) -> str:
    """Everything about the rules of these codes, whatever their case; UsageError for a code that there is not."""
    return "\n\n".join(_told(_rule(code), width) for code in codes)


def _rule(code: str) -> Rule:
    rule = rules().get(code.upper())
    if rule:
        return rule
    near = get_close_matches(code.upper(), rules(), n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}? " if near else ""
    raise UsageError("unknown-rule", f"There is no rule “{code}”.", fix=f"{hint}“everyway rules” lists them all.")


def _told(rule: Rule, width: int) -> str:
    who = WHO.get(rule.who, "an editor")
    paragraphs = [
        fill(f"{rule.code}, {rule.level.value}: {rule.title}", width),
        fill(f"Why: {rule.why}", width),
        fill(f"To mend it: {rule.fix}", width),
        f"Who can: {who}.",
    ]
    if rule.standard:
        paragraphs.append(fill(f"Standard: {rule.standard}", width))
    if rule.strict:
        paragraphs.append(fill("“everyway check --strict” does not let a breach pass.", width))
    for name, example in (("Breaks it", rule.failing), ("Keeps it", rule.passing)):
        if example:
            paragraphs.append(f"{name}:\n\n{indent(example.strip(chr(10)), '    ')}\n")
    return "\n".join(paragraphs).rstrip()
