"""A built web site to findings: with a real browser, axe-core and the Nu checker.

`check_site` is the door; `states.py` and `probes/` are the visible lists of what is looked at, and for what.
"""

from everyway.checking.web.check import check_site
from everyway.checking.web.verdict import NotChecked, WebVerdict

__all__ = ["NotChecked", "WebVerdict", "check_site"]
