"""The small server that the checks open a site on: its path, ranges, and the site's own page for who is lost."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from everyway.checking.web.server import serve


@pytest.fixture
def root(tmp_path: Path) -> Iterator[str]:
    site = tmp_path / "site"
    (site / "plan").mkdir(parents=True)
    (site / "index.html").write_text("<h1>Home</h1>", "utf-8")
    (site / "plan/index.html").write_text("<h1>Plan</h1>", "utf-8")
    (site / "404.html").write_text("<h1>Not here</h1>", "utf-8")
    (site / "sound.mp3").write_bytes(bytes(range(100)))
    (tmp_path / "secret.txt").write_text("not for readers", "utf-8")
    with serve(site, "/base/") as address:
        yield address


def ask(root: str, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(urlsplit(root).netloc, timeout=5)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/base/", 200, b"<h1>Home</h1>"),
        ("/base/plan/", 200, b"<h1>Plan</h1>"),
        ("/base/plan/?q=word", 200, b"<h1>Plan</h1>"),
        ("/base/plan", 301, b""),
        ("/base/nothing", 404, b"<h1>Not here</h1>"),
        ("/plan/", 404, b"<h1>Not here</h1>"),
        ("/base/../secret.txt", 404, b"<h1>Not here</h1>"),
        ("/base/%2e%2e/secret.txt", 404, b"<h1>Not here</h1>"),
    ],
)
def test_it_answers_as_a_web_host_does(root: str, path: str, status: int, body: bytes) -> None:
    assert (ask(root, path)[0], ask(root, path)[2]) == (status, body)


@pytest.mark.parametrize(
    ("wanted", "status", "given", "length"),
    [
        ("bytes=10-19", 206, "bytes 10-19/100", 10),
        ("bytes=90-", 206, "bytes 90-99/100", 10),
        ("bytes=-5", 206, "bytes 95-99/100", 5),
        ("bytes=0-999", 206, "bytes 0-99/100", 100),
        ("bytes=200-", 200, None, 100),
        ("lines=1-2", 200, None, 100),
    ],
)
def test_sound_can_be_fetched_in_parts(root: str, wanted: str, status: int, given: str | None, length: int) -> None:
    answer, headers, body = ask(root, "/base/sound.mp3", Range=wanted)
    assert (answer, headers.get("Content-Range"), len(body)) == (status, given, length)
    assert headers["Accept-Ranges"] == "bytes"


def test_it_names_the_media_type_and_sends_no_body_when_only_asked(root: str) -> None:
    status, headers, body = ask(root, "/base/", method="HEAD")
    assert (status, headers["Content-Type"], headers["Content-Length"], body) == (
        200,
        "text/html; charset=utf-8",
        "13",
        b"",
    )


def test_without_a_path_it_serves_at_the_root(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("Home", "utf-8")
    with serve(tmp_path, "/") as address:
        assert urlsplit(address).path == "/"
        assert ask(address, "/")[2] == b"Home"
        assert ask(address, "/nothing")[2] == b"Not found\n"
