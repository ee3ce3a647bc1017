"""axe-core in an open page: WCAG 2.0 to 2.2, levels A and AA, and its best practices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from everyway.checking.web.browser import Tab
from everyway.checking.web.verdict import Sighting
from everyway.tools import need_tool

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOUR_RULES = ("color-contrast", "link-in-text-block")
_RUN = """async (only) => {
  const { violations } = await axe.run(document, { runOnly: only, resultTypes: ["violations"], elementRef: false });
  return violations.map(({ id, help, tags, nodes }) => ({
    id, help, tags,
    nodes: nodes.slice(0, 5).map(({ target, failureSummary }) => [target.flat().join(" "), failureSummary]),
  }));
}"""


def barriers(tab: Tab) -> Iterator[Sighting]:
    """Every breach of a rule of axe-core."""
    yield from _run(tab, "tag", TAGS)


def faint_colours(tab: Tab) -> Iterator[Sighting]:
    """Breaches of those rules of axe-core whose answer depends on the colours."""
    yield from _run(tab, "rule", COLOUR_RULES)


def _run(tab: Tab, kind: str, values: Sequence[str]) -> Iterator[Sighting]:
    if not tab.page.evaluate("typeof axe === 'object'"):
        tab.page.evaluate(_axe())
    found: list[Mapping[str, Any]] = tab.page.evaluate(_RUN, {"type": kind, "values": list(values)})
    for rule in found:
        code = "WEB001" if any(tag.startswith("wcag") for tag in rule["tags"]) else "WEB002"
        for target, summary in rule["nodes"]:
            yield tab.sight(code, f"{rule['help']} (axe: {rule['id']}).", target, fix=_fix(summary))


def _fix(summary: str) -> str:
    """axe's own account of what to mend, on one line."""
    rows = [row.strip() for row in summary.splitlines() if row.strip()]
    return " ".join((rows[0], "; ".join(rows[1:]))) if len(rows) > 1 else "".join(rows)


@cache
def _axe() -> str:
    return need_tool("axe").path.read_text("utf-8")
