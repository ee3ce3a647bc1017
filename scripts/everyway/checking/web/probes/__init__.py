"""The looks: what is looked for in an open page. One look a file; a state of `states.py` names those it asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from everyway.checking.web.browser import Tab
from everyway.checking.web.probes.axe import barriers, faint_colours
from everyway.checking.web.probes.escape import stays_open
from everyway.checking.web.probes.focus import unseen_focus
from everyway.checking.web.probes.forced_colours import lost_in_forced_colours
from everyway.checking.web.probes.keyboard import keyboard_faults
from everyway.checking.web.probes.motion import motion_left
from everyway.checking.web.probes.paper import lost_on_paper
from everyway.checking.web.probes.reflow import lost_text
from everyway.checking.web.probes.remember import remember
from everyway.checking.web.probes.targets import small_targets
from everyway.checking.web.probes.text_size import stubborn_text
from everyway.checking.web.probes.without_javascript import missing_without_javascript
from everyway.checking.web.verdict import Sighting

Look = Callable[[Tab], Iterable[Sighting]]
"""Gives the sightings in an open page, and leaves the page as it was."""

LOOKS: Mapping[str, Look] = {
    "axe": barriers,
    "contrast": faint_colours,
    "keyboard": keyboard_faults,
    "focus": unseen_focus,
    "escape": stays_open,
    "reflow": lost_text,
    "text-size": stubborn_text,
    "targets": small_targets,
    "forced-colours": lost_in_forced_colours,
    "motion": motion_left,
    "remember": remember,
    "no-javascript": missing_without_javascript,
    "print": lost_on_paper,
}
