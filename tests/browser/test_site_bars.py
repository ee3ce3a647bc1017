"""Every bar that a page of the site is held to, in every state of a page, in real Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from everyway.checking.web import WebVerdict, check_site
from tests.browser.needed import need
from tests.browser.sites import Built

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def account(verdict: WebVerdict) -> str:
    """The findings as a person reads them."""
    return "\n".join(f"{finding.rule} {finding.message} [{finding.place}]" for finding in verdict.findings)


@pytest.mark.parametrize("which", ["example", "small"])
def test_every_page_holds_every_bar_in_every_state(
    which: str, request: pytest.FixtureRequest, chromium: Browser
) -> None:
    need("nu", "java")
    built: Built = request.getfixturevalue(which)
    verdict = check_site(built.folder, thorough=True, browser=chromium)
    assert account(verdict) == ""
    assert verdict.not_checked == ()
    assert set(verdict.checked) >= {f"Chromium {chromium.version}", "Weight of pages"}
