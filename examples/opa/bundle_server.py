"""Serves signed bundles over HTTPS to who has the token: ``bundle_server.py DIR [--port 8444]``.

DIR is what prepare.sh made. Any web server does the same: what OPA needs is TLS, a bearer token and an ETag.
"""

from __future__ import annotations

import argparse
import hashlib
import hmac
import re
import ssl
import sys
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

NAME = re.compile(r"/([a-z][a-z0-9-]*\.tar\.gz)")


class BundleHandler(BaseHTTPRequestHandler):
    """``GET /<framework>.tar.gz``; 304 where OPA has it already."""

    protocol_version = "HTTP/1.1"
    timeout = 10

    def __init__(self, *arguments: Any, folder: Path, token: str) -> None:
        self._folder = folder
        self._token = token
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Answer one request."""
        said = self.headers.get("Authorization", "")
        if not hmac.compare_digest(said.encode(), f"Bearer {self._token}".encode()):
            return self._answer(HTTPStatus.UNAUTHORIZED)
        name = NAME.fullmatch(self.path)
        path = self._folder / name[1] if name else None
        if path is None or not path.is_file():
            return self._answer(HTTPStatus.NOT_FOUND)
        content = path.read_bytes()
        etag = f'"{hashlib.sha256(content).hexdigest()}"'
        if self.headers.get("If-None-Match") == etag:
            return self._answer(HTTPStatus.NOT_MODIFIED, etag=etag)
        return self._answer(HTTPStatus.OK, content, etag=etag)

    def _answer(self, status: HTTPStatus, content: bytes = b"", *, etag: str | None = None) -> None:
        self.send_response(status)
        if etag:
            self.send_header("ETag", etag)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Type", "application/gzip")
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def make_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server on the loopback interface; port 0 takes any that is free."""
    token = (folder / "bundles.token").read_text().strip()
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(BundleHandler, folder=folder / "bundles", token=token))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    return server


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=8444)
    arguments = parser.parse_args()
    with make_server(arguments.folder, arguments.port) as server:
        sys.stderr.write(f"https://127.0.0.1:{server.server_address[1]}\n")
        server.serve_forever()


if __name__ == "__main__":
    main()
