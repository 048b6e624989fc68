"""opa-python-client 3.0, with each of its limits guarded here and nowhere else.

What it lacks or gets wrong, and what this does about it:

- 1.5 s timeout between two bytes: an own timeout, for the whole answer, and a bound on its size;
- HTTP errors come without OPA's message, HTML as a JSON error, and eleven error classes have no common base: all
  become one ``EngineError``, with OPA's own words;
- an undefined document is ``{}``: told apart by ``query``;
- paths go out unquoted (``a/b?x=1``): segments are checked;
- ``.netrc`` would replace the token, and a redirect could carry it away: neither is followed;
- no base path, no Unix socket: refused by name;
- policies of old syntax are rewritten on upload: switched off, so that what was signed is what runs.
"""

from __future__ import annotations

import ipaddress
import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from opa_client.errors import DeleteDataError, DeletePolicyError, PolicyNotFoundError, RegoParseError
from opa_client.opa import OpaClient
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError as Urllib3Error
from urllib3.exceptions import ReadTimeoutError

from aigov.errors import EngineError, UsageError
from aigov.settings import OpaServer

MAX_ANSWER_BYTES = 256 * 1024 * 1024
_CHUNK = 64 * 1024
_SEGMENT = re.compile(r"[a-z0-9][a-z0-9_.-]*")
_CLIENT_ERRORS = (DeleteDataError, DeletePolicyError, PolicyNotFoundError, RegoParseError)


class GuardedOpa:
    """One OPA server. Use it as a context manager; every method raises ``EngineError`` and nothing else.

    :raises UsageError: the url cannot be used, or a file of certificates or keys cannot be read.
    """

    def __init__(self, server: OpaServer) -> None:
        self._url = server.url
        self._timeout = server.timeout
        self._token = server.token
        self._client = _connect(server)

    def __enter__(self) -> GuardedOpa:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close_connection()

    def query(self, path: str, policy_input: Mapping[str, Any]) -> tuple[Any, str | None]:
        """The document at ``path`` (``aigov/x/decision``) and OPA's version; None for an undefined document."""
        _check_path(path)
        with self._guard():
            answer = self._client.query_rule(
                dict(policy_input), path, query_params={"strict-builtin-errors": "true", "provenance": "true"}
            )
            if not isinstance(answer, dict):
                raise self._error("answered with JSON that is no OPA answer", "check that the url is an OPA server's")
            return answer.get("result"), (answer.get("provenance") or {}).get("version")

    def policies(self) -> dict[str, str]:
        """Text of every policy on the server, by id."""
        with self._guard():
            return self._client.policies()

    def put_policy(self, policy_id: str, text: str) -> None:
        """Upload one module."""
        _check_path(policy_id)
        with self._guard():
            self._client.update_policy_from_string(text, policy_id, rego_compat=False)

    def delete_policy(self, policy_id: str) -> str | None:
        """Remove one module; why the server will not, if another one needs it."""
        _check_path(policy_id)
        with self._guard():
            try:
                self._client.delete_policy(policy_id)
            except DeletePolicyError as error:
                if error.expression in ("invalid_parameter", "invalid_operation"):
                    return _opa_words(error)
                raise
        return None

    def put_data(self, path: str, data: Mapping[str, Any]) -> None:
        """Replace one document."""
        _check_path(path)
        with self._guard():
            self._client.update_or_create_data(dict(data), path)

    def delete_data(self, path: str) -> None:
        """Remove one document, if it is there."""
        _check_path(path)
        with self._guard():
            try:
                self._client.delete_data(path)
            except DeleteDataError as error:
                if error.expression != "resource_not_found":
                    raise

    def _error(self, what: str, fix: str) -> EngineError:
        return EngineError(what, where=f"OPA at {self._url}", fix=fix)

    @contextmanager
    def _guard(self) -> Iterator[None]:
        """Turn everything that the client raises into one error with a remedy. The order matters: subclasses first."""
        try:
            yield
        except (requests.exceptions.Timeout, _TooSlow) as error:
            raise self._error(
                f"did not answer within {self._timeout:g} s", "raise --opa-timeout, or see what the server is doing"
            ) from error
        except requests.exceptions.SSLError as error:
            cause = _root_cause(error)
            raise self._error(f"TLS failed: {cause}", _tls_advice(cause)) from error
        except requests.exceptions.TooManyRedirects as error:
            raise self._error(
                "redirects elsewhere, which is not followed", "give the url of the server itself"
            ) from error
        except requests.exceptions.HTTPError as error:
            raise self._http_error(error.response) from error
        except (requests.exceptions.JSONDecodeError, _NotJson) as error:
            raise self._error(
                "answered with something that is no JSON", "check that the url is an OPA server's"
            ) from error
        except requests.exceptions.ConnectionError as error:
            raise self._error(
                f"cannot be reached: {_root_cause(error)}", "start it with `opa run --server`, or check the url"
            ) from error
        except requests.exceptions.RequestException as error:
            raise self._error(f"cannot be asked: {_root_cause(error)}", "check the url") from error
        except _CLIENT_ERRORS as error:
            raise self._error(f"refused: {_opa_words(error)}", _advice(str(error.expression))) from error
        except (AttributeError, KeyError, TypeError) as error:
            # The client indexes into error bodies as if they were OPA's: JSON of another kind ends here.
            raise self._error(
                "answered with JSON that is no OPA answer", "check that the url is an OPA server's"
            ) from error

    def _http_error(self, response: requests.Response) -> EngineError:
        try:
            body = response.json()
        except ValueError:
            body = {}
        if not isinstance(body, dict):
            body = {}
        details = body["errors"] if isinstance(body.get("errors"), list) else []
        said = [body.get("message"), *(item.get("message") for item in details if isinstance(item, dict))]
        spoken = _short("; ".join(text for text in said if isinstance(text, str)))
        words = f": {spoken}" if spoken else ""
        if response.status_code in (401, 403):
            fix = "see whether the token is the server's" if self._token else "give its token with --opa-token-file"
            return self._error(f"refuses access (HTTP {response.status_code}){words}", fix)
        fix = _advice(str(body["code"])) if body.get("code") else "check that the url is an OPA server's"
        return self._error(f"answered HTTP {response.status_code}{words}", fix)


class _TooSlow(Exception):
    """The answer as a whole took longer than allowed."""


class _NotJson(Exception):
    """The answer is not of a kind that OPA gives."""


class _BoundedAdapter(HTTPAdapter):
    """Reads each answer within a time and a size: ``requests`` bounds only the pause between two bytes."""

    def __init__(self, seconds: float) -> None:
        super().__init__(max_retries=0)
        self._seconds = seconds

    def send(self, request: Any, **options: Any) -> requests.Response:  # type: ignore[override]
        deadline = time.monotonic() + self._seconds
        response = super().send(request, **(options | {"stream": True}))
        if response.is_redirect:
            response.close()
            return response
        parts: list[bytes] = []
        size = 0
        try:
            while part := response.raw.read1(_CHUNK, decode_content=True):
                parts.append(part)
                size += len(part)
                if time.monotonic() > deadline:
                    raise _TooSlow
                if size > MAX_ANSWER_BYTES:
                    raise _NotJson
        except ReadTimeoutError as error:
            raise _TooSlow from error
        except Urllib3Error as error:
            raise requests.exceptions.ConnectionError(error) from error
        except (_TooSlow, _NotJson):
            response.close()  # else the connection, with the rest of the answer, would serve the next request
            raise
        response._content = b"".join(parts)  # what `response.content` itself would have stored
        return response


class _Client(OpaClient):  # type: ignore[misc]
    """The client with a session of ours; ``_init_session`` is where it lets one be made."""

    def __init__(self, server: OpaServer, host: str, port: int, *, tls: bool, certificate: Any) -> None:
        self._server = server
        super().__init__(host, port, ssl=tls, cert=certificate, token=server.token, retries=0, timeout=server.timeout)

    def policies(self) -> dict[str, str]:
        """The client's own list asks for ``/policies/``, which OPA answers with a redirect."""
        response = self._session.get(f"{self.root_url}/policies", timeout=self.timeout)
        response.raise_for_status()
        return {str(policy["id"]): str(policy["raw"]) for policy in response.json()["result"]}

    def _init_session(self) -> requests.Session:
        session: requests.Session = super()._init_session()
        for scheme in ("http://", "https://"):
            session.mount(scheme, _BoundedAdapter(self._server.timeout))
        # The environment may hold a .netrc, whose password would replace our token; of it we keep proxies and CAs.
        session.trust_env = False
        if not _is_loopback(self.host.strip("[]")):
            session.proxies.update(requests.utils.get_environ_proxies(self.root_url))
        session.verify = str(self._server.ca or os.environ.get("REQUESTS_CA_BUNDLE") or "") or True
        session.max_redirects = 0
        return session


def _connect(server: OpaServer) -> _Client:
    parts, port = _split(server.url)
    host = parts.hostname or ""
    tls = parts.scheme == "https"
    if server.token and not tls and not _is_loopback(host):
        raise UsageError(
            "the token would cross the network in clear text", where=server.url, fix="use https, or a loopback address"
        )
    if not tls and (server.ca or server.certificate):
        raise UsageError("certificates need https", where=server.url, fix="write https:// in the url")
    if server.ca:
        _readable(server.ca, "certificate authority")
    certificate: Any = None
    if server.certificate:
        _readable(server.certificate, "client certificate")
        key = server.key or server.certificate
        if b"ENCRYPTED" in _readable(key, "client key"):
            # OpenSSL would ask for the passphrase on the terminal, and a CI job would hang.
            raise UsageError("the client key has a passphrase", where=str(key), fix="give a key without one")
        certificate = (str(server.certificate), str(key))
    elif server.key:
        raise UsageError("a client key without its certificate", where=str(server.key), fix="add --opa-cert")
    return _Client(server, f"[{host}]" if ":" in host else host, port, tls=tls, certificate=certificate)


def _split(url: str) -> tuple[Any, int]:
    example = "write it as http://127.0.0.1:8181"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UsageError(f"is no url: {error}", where=url, fix=example) from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError("is no http or https url", where=url, fix=example)
    if parts.username or parts.password:
        shown = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        raise UsageError("holds a user or password", where=shown, fix="give the token with --opa-token-file")
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise UsageError(
            f"has the path {parts.path!r}, which the OPA client cannot call",
            where=url,
            fix="serve OPA at the root of a host",
        )
    return parts, port or (443 if parts.scheme == "https" else 80)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _readable(path: Path, what: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"the {what} cannot be read: {error.strerror}", where=str(path), fix="name a PEM file"
        ) from error


def _check_path(path: str) -> None:
    if not all(_SEGMENT.fullmatch(segment) for segment in path.split("/")):
        raise EngineError(f"{path!r} is no path of a policy", fix="use lower-case letters, digits, _ and - only")


def _opa_words(error: Exception) -> str:
    said = [str(getattr(error, "message", ""))]
    said += [item.get("message", "") for item in getattr(error, "errors", ()) if isinstance(item, dict)]
    return _short("; ".join(filter(None, said)))


def _advice(code: str) -> str:
    if code == "unauthorized":
        return "give a token that may do this with --opa-token-file"
    return "see the server's log"


def _tls_advice(cause: str) -> str:
    if "WRONG_VERSION_NUMBER" in cause:
        return "write http:// where the server has no TLS"
    return "check --opa-ca, --opa-cert and --opa-key against the server's"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 300 else line[:297] + "..."


def _root_cause(error: BaseException) -> str:
    """The innermost reason, in the words of the operating system or of OpenSSL: urllib3 wraps it three times over."""
    reason, seen = error, error
    while True:
        inner = getattr(seen, "reason", None) or (seen.args[0] if seen.args else None)
        following = inner if isinstance(inner, BaseException) else seen.__cause__ or seen.__context__
        if following is None:
            break
        seen = following
        if isinstance(seen, OSError):
            reason = seen
    text = getattr(reason, "verify_message", None) or getattr(reason, "strerror", None) or str(seen)
    return _short(re.sub(r"\[[A-Z0-9]+: |\]|\(_ssl\.c:\d+\)", "", str(text))).strip() or type(seen).__name__
