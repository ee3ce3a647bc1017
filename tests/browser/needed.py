"""What happens to a test when a tool that it needs is not on this machine."""

from __future__ import annotations

import os

import pytest

from everyway.tools import Missing, find_tool


def need(*names: str) -> None:
    """Skips the test when a tool is missing, and says which and what brings it; on the CI machine that is a failure."""
    for name in names:
        tool = find_tool(name)
        if not isinstance(tool, Missing):
            continue
        reason = f"{tool.wanted.title} is missing ({tool.reason}); this brings it: {tool.bring}"
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
