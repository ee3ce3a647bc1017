"""Progress is plain lines unless a terminal may be drawn on."""

import io
import os
import pty

import pytest

from everyway.reporting.progress import Bar, Lines, progress_for


def test_lines_count_up_and_move_no_cursor() -> None:
    stream = io.StringIO()
    progress = progress_for(stream)
    progress.start(2)
    progress.done("PDF: The plan")
    progress.done("Web site")
    assert isinstance(progress, Lines)
    assert stream.getvalue() == "Making 2 formats.\n1 of 2 done: PDF: The plan\n2 of 2 done: Web site\n"


@pytest.mark.parametrize(
    ("environment", "kind"),
    [({}, Bar), ({"NO_COLOR": "1"}, Lines), ({"NO_COLOR": ""}, Lines), ({"TERM": "dumb"}, Lines)],
)
def test_a_terminal_gets_a_bar_unless_it_asks_for_plain_text(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], kind: type
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    controller, terminal = pty.openpty()
    with os.fdopen(terminal, "w") as stream:
        progress = progress_for(stream)
        assert type(progress) is kind
        progress.start(1)
        progress.done("Web site")
        stream.flush()
        shown = os.read(controller, 10_000).decode()
    os.close(controller)
    assert ("\x1b" in shown or "\r" in shown.replace("\r\n", "")) == (kind is Bar)
