"""A real ``opa run --server``: both engines give the same bytes, and every trouble with a server is one line.

Needs ``opa`` on PATH. Without it these tests are skipped, unless AIGOV_REQUIRE_OPA=1 says that they must run.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from aigov.bom.reader import read_bom_file
from aigov.canonical import canonical_json
from aigov.catalogue import Catalogue, load_catalogue
from aigov.declarations import load_declarations, parse_declarations
from aigov.errors import EngineError
from aigov.policy.bundle import Bundle, build_bundle
from aigov.policy.engines.embedded import EmbeddedEngine
from aigov.policy.engines.opa import OpaEngine
from aigov.policy.frameworks import load_frameworks
from aigov.policy.input import build_input
from aigov.policy.push import push_bundles, upload
from aigov.settings import OpaServer

pytestmark = pytest.mark.opa

HERE = Path(__file__).parent
UNIT = HERE.parent / "unit" / "policy" / "fixtures"
AT = datetime(2026, 11, 23, tzinfo=UTC)
START_SECONDS = 30.0

Start = Callable[..., OpaServer]


class Servers:
    """Starts OPA servers on free loopback ports, and stops them."""

    def __init__(self, folder: Path) -> None:
        found = shutil.which("opa")
        if not found:
            reason = "opa is not on PATH: `make opa` builds it where Go is installed"
            if os.environ.get("AIGOV_REQUIRE_OPA"):
                pytest.fail(f"{reason}, and AIGOV_REQUIRE_OPA asks for these tests")
            pytest.skip(reason)
        self._opa = found
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, *arguments: str | Path, scheme: str = "http", **options: Any) -> OpaServer:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        log = self._folder / f"opa-{port}.log"
        command = [self._opa, "run", "--server", "--addr", f"127.0.0.1:{port}", "--skip-version-check"]
        with log.open("wb") as output:
            process = subprocess.Popen([*command, *map(str, arguments)], stdout=output, stderr=output, cwd=self._folder)
        self._running.append(process)
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 0.2).close()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > deadline:
                    pytest.fail(f"opa did not start: {log.read_text()[-2000:]}")
                time.sleep(0.05)
        return OpaServer(url=f"{scheme}://127.0.0.1:{port}", **options)

    def stop(self) -> None:
        for process in self._running:
            process.terminate()
            process.wait(10)


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    found = Servers(tmp_path_factory.mktemp("opa"))
    yield found
    found.stop()


@pytest.fixture(scope="module")
def tiny() -> Bundle:
    (framework,) = load_frameworks(["tiny"], directory=UNIT / "bundles")
    return build_bundle(framework, Catalogue([], []), policies=UNIT / "policies")


@pytest.fixture(scope="module")
def shipped() -> tuple[Bundle, ...]:
    return tuple(build_bundle(framework, load_catalogue()) for framework in load_frameworks())


def write_bundle(bundle: Bundle, folder: Path) -> Path:
    """The bundle as a folder that ``opa run --bundle`` loads."""
    for path, text in bundle.modules.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    package = bundle.framework.package
    (folder / "data.json").write_text(json.dumps({"aigov": {package: dict(bundle.data)}}))
    manifest = {"revision": bundle.revision, "roots": [f"aigov/{package}"], "rego_version": 1}
    (folder / ".manifest").write_text(json.dumps(manifest))
    return folder


@pytest.fixture(scope="module")
def loaded(servers: Servers, shipped: tuple[Bundle, ...], tmp_path_factory: pytest.TempPathFactory) -> OpaServer:
    """A server that has loaded the shipped bundles as bundles, each from its own folder."""
    folders = [write_bundle(bundle, tmp_path_factory.mktemp(bundle.framework.package)) for bundle in shipped]
    return servers.start(*(argument for folder in folders for argument in ("--bundle", folder)))


# Both engines, the same bytes


def same_bytes(bundles: tuple[Bundle, ...], server: OpaServer, policy_input: dict[str, Any]) -> None:
    embedded, opa = EmbeddedEngine(), OpaEngine(server)
    for bundle in bundles:
        first, second = embedded.evaluate(bundle, policy_input), opa.evaluate(bundle, policy_input)
        for slug in first.keys() | second.keys():
            assert first.get(slug) == second.get(slug), f"{bundle.framework.id}: {slug}"
        assert canonical_json(first) == canonical_json(second)


DECLARED = parse_declarations((HERE.parent / "unit/fixtures/declarations/full.yaml").read_bytes(), "aigov.yaml")
GOLDEN = HERE.parent / "golden"
BOMS = sorted(
    [
        *(UNIT / "boms").glob("*.json"),
        *HERE.parent.glob("unit/bom/fixtures/good/*.json"),
        *GOLDEN.glob("*/aibom.cdx.json"),
    ]
)


@pytest.mark.parametrize(
    "path", BOMS, ids=lambda path: path.parent.name if path.name == "aibom.cdx.json" else path.stem
)
@pytest.mark.parametrize("declared", [False, True], ids=["undeclared", "declared"])
def test_engines_agree_on_boms(path: Path, declared: bool, shipped: tuple[Bundle, ...], loaded: OpaServer) -> None:
    own = HERE.parents[1] / "examples" / path.parent.name / "aigov.yaml"
    declarations = None
    if declared:
        declarations = load_declarations(own) if own.is_file() else DECLARED
    policy_input = build_input(read_bom_file(path)[0], declarations, load_catalogue(), AT)
    same_bytes(shipped, loaded, policy_input)


def test_a_check_gives_the_same_results_on_either_engine(loaded: OpaServer, tmp_path: Path) -> None:
    """The whole job from the command line, results byte for byte."""
    bom = GOLDEN / "support-desk" / "aibom.cdx.json"
    declarations = HERE.parents[1] / "examples" / "support-desk" / "aigov.yaml"
    texts = []
    for engine in (["--engine", "embedded"], ["--engine", "opa", "--opa-url", loaded.url]):
        folder = tmp_path / engine[1]
        command = [sys.executable, "-m", "aigov", "check", bom, "--declarations", declarations, "--as-of", "2026-11-23"]
        subprocess.run([*map(str, command), "--out-dir", str(folder), *engine], check=True, capture_output=True)
        texts.append((folder / "results.json").read_bytes())
    assert texts[0] == texts[1]


def test_engines_agree_on_an_empty_input(shipped: tuple[Bundle, ...], loaded: OpaServer) -> None:
    same_bytes(shipped, loaded, {})


def test_the_engine_is_named_with_its_version(tiny: Bundle, servers: Servers) -> None:
    server = servers.start()
    upload(server, [tiny])
    engine = OpaEngine(server)
    assert engine.name == "opa"
    engine.evaluate(tiny, {"models": []})
    assert engine.name.startswith("opa 1.")


# Pushing


def policy_ids(server: OpaServer) -> set[str]:
    from aigov.policy.engines.opa_client import GuardedOpa

    with GuardedOpa(server) as opa:
        return set(opa.policies())


def test_a_shipped_framework_can_be_pushed(servers: Servers) -> None:
    server = servers.start()
    frameworks = load_frameworks(["nist-ai-rmf"])
    (revision,) = push_bundles(server, frameworks, load_catalogue())
    bundle = build_bundle(frameworks[0], load_catalogue())
    assert revision == bundle.ref
    same_bytes((bundle,), server, {})


def test_a_push_replaces_an_earlier_version_and_nothing_of_others(
    tiny: Bundle, servers: Servers, tmp_path: Path
) -> None:
    (tmp_path / "house.rego").write_text("package house.rules\n\nallow := true\n")
    server = servers.start(tmp_path / "house.rego")
    house = policy_ids(server)
    upload(server, [tiny])
    policies = Path(shutil.copytree(UNIT / "policies", tmp_path / "policies"))
    (policies / "tiny" / "helper.rego").write_text("package aigov.tiny.helper\n\nf(x) := x\n")
    rule = policies / "tiny" / "t_1.rego"
    rule.write_text(rule.read_text() + "\np := data.aigov.tiny.helper.f(1)\n")
    wider = build_bundle(tiny.framework, Catalogue([], []), policies=policies)
    upload(server, [wider])
    assert policy_ids(server) == {*wider.modules, *house}
    same_bytes((wider,), server, {"models": []})
    upload(server, [tiny])  # back again: the helper that no rule calls any more goes, callers first
    upload(server, [tiny])
    assert policy_ids(server) == {*tiny.modules, *house}
    same_bytes((tiny,), server, {"models": []})


def test_a_module_that_others_call_is_not_torn_away(tiny: Bundle, servers: Servers) -> None:
    from aigov.policy.engines.opa_client import GuardedOpa

    server = servers.start()
    upload(server, [tiny])
    with GuardedOpa(server) as opa:
        opa.put_policy("house.rego", "package house\n\nx := data.aigov.tiny.lib.result.answer(1, 2, 3, 4)\n")
        opa.put_data("aigov/tiny/manifest", {"revision": "older"})
    with pytest.raises(
        EngineError, match=r"cannot remove aigov/tiny/lib/result.rego: error\(s\) occurred while compiling"
    ):
        upload(server, [tiny])


# Trouble


def refusal(server: OpaServer, bundle: Bundle) -> str:
    with pytest.raises(EngineError) as caught:
        OpaEngine(server).evaluate(bundle, {"models": []})
    assert caught.value.exit_code == 3
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_server_with_other_policies_is_told_from_one_with_an_older_revision(
    tiny: Bundle, servers: Servers, tmp_path: Path
) -> None:
    (tmp_path / "house.rego").write_text("package aigov.house\n\nallow := true\n")
    server = servers.start(tmp_path / "house.rego")
    assert "has no tiny bundle of aigov (run `aigov policy push`, or have it load the bundle)" in refusal(server, tiny)
    policies = Path(shutil.copytree(UNIT / "policies", tmp_path / "policies"))
    rule = policies / "tiny" / "t_1.rego"
    rule.write_text(rule.read_text().replace("is pinned", "is well pinned"))
    older = build_bundle(tiny.framework, Catalogue([], []), policies=policies)
    upload(server, [older])
    said = refusal(server, tiny)
    assert f"has revision {older.revision[:12]} of the tiny bundle, this aigov has {tiny.revision[:12]}" in said
    assert "run `aigov policy push`" in said


def test_a_failing_builtin_is_an_error_and_not_undefined(tiny: Bundle, servers: Servers, tmp_path: Path) -> None:
    policies = Path(shutil.copytree(UNIT / "policies", tmp_path / "policies"))
    (policies / "capabilities.json").write_text(
        '{"builtins": [{"name": "to_number"}, {"name": "count"}, {"name": "sprintf"}]}'
    )
    (policies / "tiny" / "t_1.rego").write_text(
        "package aigov.tiny.rules.t_1\n\nresults contains to_number(input.word)\n"
    )
    bundle = build_bundle(tiny.framework, Catalogue([], []), policies=policies)
    server = servers.start()
    upload(server, [bundle])
    with pytest.raises(EngineError, match=r"answered HTTP 500: .*to_number"):
        OpaEngine(server).evaluate(bundle, {"word": "x"})
    with pytest.raises(EngineError, match=r"the rules failed: .*could not parse string as number"):
        EmbeddedEngine().evaluate(bundle, {"word": "x"})


def test_a_server_that_went_down(tiny: Bundle, servers: Servers, tmp_path: Path) -> None:
    own = Servers(tmp_path)
    server = own.start()
    upload(server, [tiny])
    own.stop()
    assert "cannot be reached: Connection refused" in refusal(server, tiny)


AUTHZ = """package system.authz

default allow := false

allow if input.identity == "let-me-in"
"""


def test_a_server_that_wants_a_token(tiny: Bundle, servers: Servers, tmp_path: Path) -> None:
    (tmp_path / "authz.rego").write_text(AUTHZ)
    server = servers.start("--authentication=token", "--authorization=basic", tmp_path / "authz.rego")
    known = OpaServer(url=server.url, token="let-me-in")
    assert "refuses access (HTTP 401)" in refusal(server, tiny)
    assert "refuses access (HTTP 401)" in refusal(OpaServer(url=server.url, token="wrong"), tiny)
    with pytest.raises(EngineError, match=r"refuses access|refused"):
        upload(server, [tiny])
    upload(known, [tiny])
    same_bytes((tiny,), known, {"models": []})


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CA, a server certificate for 127.0.0.1 and a client certificate that it signed; and one of another CA."""
    if not shutil.which("openssl"):
        pytest.skip("openssl is not on PATH")
    folder = tmp_path_factory.mktemp("certificates")

    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    for name in ("ca", "other"):
        openssl(
            "req",
            "-x509",
            *curve,
            "-days",
            "2",
            "-subj",
            f"/CN={name}",
            "-keyout",
            f"{name}.key",
            "-out",
            f"{name}.pem",
        )
    (folder / "san").write_text("subjectAltName=IP:127.0.0.1\n")
    for name in ("server", "client"):
        openssl("req", *curve, "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.csr")
        signer = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "san")
        openssl("x509", "-req", "-in", f"{name}.csr", *signer, "-out", f"{name}.pem")
    return folder


def test_tls_with_an_own_authority(tiny: Bundle, servers: Servers, certificates: Path) -> None:
    tls = (f"--tls-cert-file={certificates / 'server.pem'}", f"--tls-private-key-file={certificates / 'server.key'}")
    server = servers.start(*tls, scheme="https", ca=certificates / "ca.pem")
    upload(server, [tiny])
    same_bytes((tiny,), server, {"models": []})
    assert "TLS failed: " in refusal(OpaServer(url=server.url), tiny)
    assert "TLS failed: " in refusal(OpaServer(url=server.url, ca=certificates / "other.pem"), tiny)
    assert "TLS failed: " in refusal(OpaServer(url=server.url, ca=certificates / "san"), tiny)
    assert "TLS failed: " in refusal(OpaServer(url=server.url.replace("127.0.0.1", "localhost"), ca=server.ca), tiny)
    plain = refusal(OpaServer(url=server.url.replace("https", "http")), tiny)
    assert "answered HTTP 400" in plain


def test_mutual_tls(tiny: Bundle, servers: Servers, certificates: Path) -> None:
    ca = certificates / "ca.pem"
    server = servers.start(
        f"--tls-cert-file={certificates / 'server.pem'}",
        f"--tls-private-key-file={certificates / 'server.key'}",
        f"--tls-ca-cert-file={ca}",
        "--authentication=tls",
        scheme="https",
        ca=ca,
    )
    known = OpaServer(url=server.url, ca=ca, certificate=certificates / "client.pem", key=certificates / "client.key")
    upload(known, [tiny])
    same_bytes((tiny,), known, {"models": []})
    refusal(server, tiny)
    stranger = OpaServer(url=server.url, ca=ca, certificate=certificates / "other.pem", key=certificates / "other.key")
    refusal(stranger, tiny)
    mixed = OpaServer(url=server.url, ca=ca, certificate=certificates / "client.pem", key=certificates / "other.key")
    assert "TLS failed" in refusal(mixed, tiny)
