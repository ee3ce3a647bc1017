"""The findings of one reading, gathered so that an editor sees all of them at once."""

from everyway.findings import Finding
from everyway.model.source import Source


class Found:
    """Takes findings as they turn up and gives them back in order of file and line, each once."""

    def __init__(self) -> None:
        self._findings: dict[Finding, None] = {}

    def add(self, rule: str, message: str, where: Source, fix: str = "") -> None:
        """Note a breach of a rule; `fix` overrides the rule's own remedy."""
        self._findings[Finding(rule, message, where, fix)] = None

    def all(self) -> tuple[Finding, ...]:
        """Every finding, sorted by file, line, column, rule and message."""
        return tuple(sorted(self._findings, key=_order))


def _order(finding: Finding) -> tuple[Source, str, str]:
    return finding.where or Source(""), finding.rule, finding.message
