"""The looks: what is looked for in an open page. One look a file; a state of `states.py` names those it asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Look:
    """One look: `see` gives the sightings in an open page; after one that `leaves_traces` it is opened afresh."""

    see: Callable[[Tab], Iterable[Sighting]]
    leaves_traces: bool = False


LOOKS: dict[str, Look] = {
    "axe": Look(barriers),
    "contrast": Look(faint_colours),
    "keyboard": Look(keyboard_faults, leaves_traces=True),
    "focus": Look(unseen_focus, leaves_traces=True),
    "escape": Look(stays_open, leaves_traces=True),
    "reflow": Look(lost_text),
    "text-size": Look(stubborn_text),
    "targets": Look(small_targets),
    "forced-colours": Look(lost_in_forced_colours, leaves_traces=True),
    "motion": Look(motion_left),
    "remember": Look(remember, leaves_traces=True),
    "no-javascript": Look(missing_without_javascript, leaves_traces=True),
    "print": Look(lost_on_paper),
}
