"""What doctor says of tools that are here and tools that are not."""

from pathlib import Path

from everyway.reporting.doctor import doctor_report
from everyway.tools import Missing, Tool, Wanted

PRESS = Wanted("press", "Press", "prints", (), lambda path: "1.2", "apt-get install --yes press")


def test_what_is_here_is_named_with_its_version_and_place() -> None:
    assert doctor_report([Tool(PRESS, Path("/usr/bin/press"), "on PATH")]) == (
        "found    Press 1.2: prints\n         /usr/bin/press\n\nEverything is here."
    )


def test_what_is_missing_comes_with_the_line_that_brings_it() -> None:
    assert doctor_report([Missing(PRESS, "not found on PATH")]) == (
        "MISSING  Press: prints\n         not found on PATH\n         To get it: apt-get install --yes press\n\n"
        "One tool is missing. What it is for is left out or reported as not checked."
    )
