"""Every way in which a server that is no good OPA server can answer, from a real server on the loopback."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from aigov.errors import EngineError, UsageError
from aigov.policy.engines import opa_client
from aigov.policy.engines.opa_client import GuardedOpa
from aigov.settings import OpaServer

Answer = Callable[[BaseHTTPRequestHandler], None]


class Fake(ThreadingHTTPServer):
    """Answers every request in the way it is told, and keeps what it was asked."""

    daemon_threads = True

    def __init__(self, answer: Answer) -> None:
        self.seen: list[tuple[str, str, dict[str, str], bytes]] = []

        class Handler(BaseHTTPRequestHandler):
            def handle_all(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                self.server.seen.append((self.command, self.path, dict(self.headers), body))  # type: ignore[attr-defined]
                answer(self)

            do_GET = do_POST = do_PUT = do_DELETE = handle_all

            def log_message(self, *_: Any) -> None:
                """Keep the test output clean."""

        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@pytest.fixture
def serve() -> Iterator[Callable[[Answer], Fake]]:
    running: list[Fake] = []

    def start(answer: Answer) -> Fake:
        server = Fake(answer)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        running.append(server)
        return server

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


def send(status: int, body: bytes, kind: str = "application/json", **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def ask(url: str, **options: Any) -> Any:
    with GuardedOpa(OpaServer(url=url, **options)) as opa:
        return opa.query("aigov/tiny/decision", {"a": 1})


def refusal(url: str, **options: Any) -> str:
    with pytest.raises(EngineError) as caught:
        ask(url, **options)
    text = str(caught.value)
    assert "\n" not in text
    assert url.partition("://")[2] in text
    return text


def test_a_good_answer_is_asked_for_strictly(serve: Callable[[Answer], Fake]) -> None:
    server = serve(send(200, b'{"result": {"revision": "x"}, "provenance": {"version": "1.21.1"}}'))
    assert ask(server.url, token="t0ken") == ({"revision": "x"}, "1.21.1")
    ((method, path, headers, body),) = server.seen
    assert (method, path) == ("POST", "/v1/data/aigov/tiny/decision?strict-builtin-errors=true&provenance=true")
    assert headers["Authorization"] == "Bearer t0ken"
    assert json.loads(body) == {"input": {"a": 1}}


def test_an_undefined_document_is_none(serve: Callable[[Answer], Fake]) -> None:
    assert ask(serve(send(200, b"{}")).url) == (None, None)


@pytest.mark.parametrize(
    ("status", "body", "kind", "said"),
    [
        (200, b"<html>Welcome</html>", "text/html", "answered with something that is no JSON (check that the url"),
        (200, b"", "application/json", "no JSON"),
        (200, b"[1]", "application/json", "JSON that is no OPA answer"),
        (200, b'{"result": 1, "provenance": "x"}', "application/json", "JSON that is no OPA answer"),
        (404, b"<html>Not found</html>", "text/html", "answered HTTP 404 (check that the url is an OPA server's)"),
        (500, b'{"code": "internal_error", "message": "eval_conflict_error: two", "errors": [{"message": "rule a"}]}',
         "application/json", "answered HTTP 500: eval_conflict_error: two; rule a"),
        (401, b'{"code": "unauthorized", "message": "request rejected by administrative policy"}', "application/json",
         "refuses access (HTTP 401): request rejected by administrative policy (give its token with --opa-token-file)"),
        (503, b'["busy"]', "application/json", "answered HTTP 503 ("),
        (400, b'{"message": {"a": 1}, "errors": 3}', "application/json", "answered HTTP 400"),
    ],
)  # fmt: skip
def test_a_bad_answer_is_one_error_in_opas_words(
    serve: Callable[[Answer], Fake], status: int, body: bytes, kind: str, said: str
) -> None:
    assert said in refusal(serve(send(status, body, kind)).url)


def test_a_token_that_is_refused_is_not_asked_for_again(serve: Callable[[Answer], Fake]) -> None:
    refused = serve(send(401, b'{"code": "unauthorized", "message": "no"}'))
    said = refusal(refused.url, token="wrong")
    assert "refuses access (HTTP 401): no (see whether the token is the server's)" in said
    assert "wrong" not in said


def test_https_to_a_server_without_tls_names_the_scheme(serve: Callable[[Answer], Fake]) -> None:
    said = refusal(serve(send(200, b"{}")).url.replace("http:", "https:"))
    assert "TLS failed: " in said
    assert "write http:// where the server has no TLS" in said


def test_a_redirect_is_not_followed_with_the_token(serve: Callable[[Answer], Fake]) -> None:
    elsewhere = serve(send(200, b'{"result": 1}'))
    server = serve(send(307, b"", Location=f"{elsewhere.url}/v1/data/x"))
    assert "redirects elsewhere, which is not followed" in refusal(server.url, token="t")
    assert elsewhere.seen == []


def test_a_password_of_netrc_does_not_replace_the_token(
    serve: Callable[[Answer], Fake], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password other\n")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    server = serve(send(200, b'{"result": 1}'))
    ask(server.url, token="ours")
    assert server.seen[0][2]["Authorization"] == "Bearer ours"


def test_a_proxy_of_the_environment_is_not_asked_for_the_loopback(
    serve: Callable[[Answer], Fake], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert ask(serve(send(200, b'{"result": 1}')).url) == (1, None)


def sleepy(request: BaseHTTPRequestHandler) -> None:
    time.sleep(1.5)


def dribbling(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    try:
        for _ in range(40):
            request.wfile.write(b" ")
            request.wfile.flush()
            time.sleep(0.05)
    except OSError:
        return  # the client hung up, as it should


@pytest.mark.parametrize("answer", [sleepy, dribbling])
def test_a_slow_server_is_left(serve: Callable[[Answer], Fake], answer: Answer) -> None:
    started = time.monotonic()
    assert "did not answer within 0.3 s (raise --opa-timeout" in refusal(serve(answer).url, timeout=0.3)
    assert time.monotonic() - started < 1.4


def test_an_endless_answer_is_left(serve: Callable[[Answer], Fake], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opa_client, "MAX_ANSWER_BYTES", 1000)
    assert "no JSON" in refusal(serve(send(200, b"[" + b"1," * 100_000 + b"1]")).url)


def test_nobody_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        said = refusal(f"http://127.0.0.1:{bound.getsockname()[1]}")
    assert "cannot be reached: Connection refused (start it with `opa run --server`, or check the url)" in said


def test_http_where_https_was_said(serve: Callable[[Answer], Fake]) -> None:
    assert "TLS failed: " in refusal(serve(send(200, b"{}")).url.replace("http:", "https:"))


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("127.0.0.1:8181", "is no http or https url"),
        ("ftp://localhost", "is no http or https url"),
        ("http://", "is no http or https url"),
        ("http://localhost:port", "is no url"),
        ("http://localhost/opa", "has the path '/opa', which the OPA client cannot call"),
        ("http://localhost?x=1", "which the OPA client cannot call"),
        ("unix:///tmp/opa.sock", "is no http or https url"),
    ],
)
def test_a_url_that_cannot_be_called(url: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        GuardedOpa(OpaServer(url=url))
    assert said in str(caught.value)


def test_a_password_in_the_url_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError) as caught:
        GuardedOpa(OpaServer(url="https://me:secret@opa.example.com"))
    assert "secret" not in str(caught.value)
    assert "--opa-token-file" in str(caught.value)


def test_a_token_does_not_cross_the_network_in_clear_text() -> None:
    with pytest.raises(UsageError, match="clear text"):
        GuardedOpa(OpaServer(url="http://opa.example.com:8181", token="t"))
    for url in ("http://localhost:1", "http://[::1]:1", "http://127.0.0.2:1", "https://opa.example.com"):
        GuardedOpa(OpaServer(url=url, token="t"))


def test_files_of_certificates_are_looked_at_first(tmp_path: Path) -> None:
    url = "https://localhost:1"
    locked = tmp_path / "locked.pem"
    locked.write_text("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
    certificate = tmp_path / "cert.pem"
    certificate.write_text("-----BEGIN CERTIFICATE-----\n")
    missing = tmp_path / "none.pem"
    for options, said in (
        ({"ca": missing}, "the certificate authority cannot be read: No such file"),
        ({"certificate": missing}, "the client certificate cannot be read"),
        ({"certificate": certificate, "key": missing}, "the client key cannot be read"),
        ({"certificate": certificate, "key": locked}, "the client key has a passphrase"),
        ({"key": locked}, "a client key without its certificate"),
    ):
        with pytest.raises(UsageError, match=said):
            GuardedOpa(OpaServer(url=url, **options))  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="certificates need https"):
        GuardedOpa(OpaServer(url="http://localhost:1", ca=certificate))


@pytest.mark.parametrize("path", ["a/b?x=1#y", "../policies", "a//b", "a b", "A"])
def test_no_path_but_a_plain_one_goes_out(path: str) -> None:
    with GuardedOpa(OpaServer(url="http://127.0.0.1:9")) as opa:
        with pytest.raises(EngineError, match="is no path of a policy"):
            opa.query(path, {})
        with pytest.raises(EngineError, match="is no path of a policy"):
            opa.put_policy(path, "")
