"""A site folder to addresses on this machine: a small static server, as plain as a web host, on loopback only.

It serves the folder under the path of the site's address, answers Range requests (sound needs them), and gives the
site's own 404 page for what is not there.
"""

from __future__ import annotations

import mimetypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".vtt": "text/vtt",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
_RANGE = re.compile(r"bytes=(\d*)-(\d*)$")


@contextmanager
def serve(folder: Path, base: str = "/") -> Iterator[str]:
    """Serves a folder while the context is open; gives the address of its root, as "http://127.0.0.1:40123/base/"."""
    root = "/" + base.strip("/") + "/" if base.strip("/") else "/"
    server = _Server(("127.0.0.1", 0), partial(_Handler, folder.resolve(), root))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{root}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up in the middle of an answer is no fault of the site."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30

    def __init__(self, folder: Path, root: str, *args: object) -> None:
        self._folder = folder
        self._root = root
        super().__init__(*args)  # type: ignore[arg-type]  # http.server hands over what it was given

    def do_GET(self) -> None:  # the name that http.server calls
        self._answer(with_body=True)

    def do_HEAD(self) -> None:  # the name that http.server calls
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the signature of http.server
        """Says nothing: the browser's own record of requests is what the checks read."""

    def _answer(self, *, with_body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self._file(path)
        if file is not None and file.is_dir():
            self._redirect(path + "/")
            return
        status = HTTPStatus.OK
        if file is None:
            status, file = HTTPStatus.NOT_FOUND, self._folder / "404.html"
        body = file.read_bytes() if file.is_file() else b"Not found\n"
        kind = _media_type(file) if file.is_file() else "text/plain; charset=utf-8"
        whole = len(body)
        part = self._part(whole) if status is HTTPStatus.OK else None
        if part is not None:
            status = HTTPStatus.PARTIAL_CONTENT
            body = body[part[0] : part[1] + 1]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Cache-Control", "max-age=600")
        if part is not None:
            self.send_header("Content-Range", f"bytes {part[0]}-{part[1]}/{whole}")
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def _file(self, path: str) -> Path | None:
        """The file of an address; a folder when the address lacks its last slash; None when nothing is there."""
        if not path.startswith(self._root):
            return None
        file = (self._folder / path.removeprefix(self._root).lstrip("/")).resolve()
        if not file.is_relative_to(self._folder):
            return None
        if file.is_dir():
            index = file / "index.html"
            return (index if path.endswith("/") else file) if index.is_file() else None
        return file if file.is_file() and not path.endswith("/") else None

    def _part(self, size: int) -> tuple[int, int] | None:
        """First and last byte of a single range that can be served; None for the whole."""
        found = _RANGE.match(self.headers.get("Range", ""))
        if not found or found.groups() == ("", "") or not size:
            return None
        first, last = found.groups()
        if not first:
            return max(0, size - int(last)), size - 1
        if int(first) >= size:
            return None
        return int(first), min(int(last) if last else size - 1, size - 1)

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()


def _media_type(file: Path) -> str:
    kind = _TYPES.get(file.suffix.lower()) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or kind in {"application/json", "image/svg+xml"}
    return f"{kind}; charset=utf-8" if is_text else kind
