"""Text that WeasyPrint 70.0 itself loses between the HTML and the page: nothing can bring it back, so it is said."""

from __future__ import annotations

import logging

from everyway.tagging.links import words
from everyway.tagging.planting import Plan

LOGGER = logging.getLogger("weasyprint.tagging")


def report(plan: Plan) -> None:
    """Log an error for each note that is called, and each head of a table that is shown, but stands on no page.

    A note is lost, rarely, where two notes must wait for the next page. A table's head is left out where it and the
    first row after it do not fit on one page.
    """
    for element, pseudo in plan.marks:
        if pseudo == "footnote-call" and not plan.homes[element].reached:
            LOGGER.error('The note "%s" is called, but stands on no page', words(plan, element))
    for element, node in plan.homes.items():
        if element.tag == "thead" and not node.reached and node.parent is not None and node.parent.reached:
            LOGGER.error('The head of a table, "%s", stands on no page: its rows are too tall', words(plan, element))
