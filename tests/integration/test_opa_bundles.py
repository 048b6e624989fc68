"""Signed bundles in a real OPA, and ``examples/opa`` as it stands: HTTPS, tokens, masked decision logs.

Needs ``opa`` and ``openssl`` on PATH. Without them these tests are skipped, unless AIGOV_REQUIRE_OPA=1.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from aigov.catalogue import Catalogue, load_catalogue
from aigov.cli import cli
from aigov.errors import EngineError
from aigov.jws import algorithm_of
from aigov.policy.archive import pack, write_archive
from aigov.policy.archive_read import unpack
from aigov.policy.bundle import Bundle, build_bundle
from aigov.policy.engines.opa import OpaEngine
from aigov.policy.frameworks import load_frameworks
from aigov.schema import violations
from aigov.settings import OpaServer

pytestmark = pytest.mark.opa

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "opa"
FIXTURES = ROOT / "tests" / "unit" / "policy" / "fixtures"
BOM = ROOT / "tests" / "golden" / "support-desk" / "aibom.cdx.json"
DECLARATIONS = ROOT / "examples" / "support-desk" / "aigov.yaml"
START_SECONDS = 60.0


@pytest.fixture(scope="module")
def opa() -> str:
    for program in ("opa", "openssl"):
        if not shutil.which(program):
            if os.environ.get("AIGOV_REQUIRE_OPA"):
                pytest.fail(f"{program} is not on PATH, and AIGOV_REQUIRE_OPA asks for these tests")
            pytest.skip(f"{program} is not on PATH")
    return str(shutil.which("opa"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(command: list[Any], log: Path, port: int, **environment: str) -> Iterator[None]:
    """A process that listens on ``port``."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(word) for word in command], stdout=output, stderr=output, env={**os.environ, **environment}
        )
    try:
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 0.2).close()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > deadline:
                    pytest.fail(f"{command[0]} did not start: {log.read_text()[-2000:]}")
                time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(10)


# opa run --verification-key


@pytest.fixture(scope="module")
def tiny() -> Bundle:
    (framework,) = load_frameworks(["tiny"], directory=FIXTURES / "bundles")
    return build_bundle(framework, Catalogue([], []), policies=FIXTURES / "policies")


KEYS: dict[str, Any] = {
    "ES256": ec.generate_private_key(ec.SECP256R1()),
    "ES384": ec.generate_private_key(ec.SECP384R1()),
    "RS256": rsa.generate_private_key(65537, 2048),
    "EdDSA": ed25519.Ed25519PrivateKey.generate(),
}


def opa_command(opa: str, content: bytes, key: Any, folder: Path, *, scope: str = "tiny", port: int = 0) -> list[Any]:
    (folder / "tiny.tar.gz").write_bytes(content)
    public = key.public_key()
    (folder / "key.pub").write_bytes(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    verification = ("--verification-key", folder / "key.pub", "--signing-alg", algorithm_of(public), "--scope", scope)
    address = f"127.0.0.1:{port}"
    command = [opa, "run", "--server", "--addr", address, "--skip-version-check"]
    return [*command, "--bundle", folder / "tiny.tar.gz", *verification]


def opa_refusal(command: list[Any]) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=START_SECONDS)
    assert done.returncode != 0
    return done.stdout + done.stderr


@pytest.mark.parametrize("kind", KEYS)
def test_opa_verifies_what_every_kind_of_key_signed(kind: str, opa: str, tiny: Bundle, tmp_path: Path) -> None:
    port = free_port()
    command = opa_command(opa, write_archive(tiny, KEYS[kind]), KEYS[kind], tmp_path, port=port)
    with running(command, tmp_path / "log", port):
        engine = OpaEngine(OpaServer(url=f"http://127.0.0.1:{port}"))
        report = engine.evaluate(tiny, {"models": [{"ref": "a", "pinned": "yes"}], "context": {"evaluated_at_ns": 1}})
        assert report["t_1"]
        assert engine.revision(tiny) == tiny.revision


def test_opa_takes_the_same_digest_of_any_text(opa: str, tiny: Bundle, tmp_path: Path) -> None:
    """Its JSON encoder is Go's, ours is Python's."""
    texts = {"a": "\u2028\u2029<>&é😀\u007f\b\f\t\u0001", "é": [1, -1, 0.5, 1e-7, 12345678901234567890, True, None]}
    odd = {"more": {**texts, "\U0001f600": 1, "\uffff": 2}}
    bundle = Bundle(framework=tiny.framework, modules=tiny.modules, data={**tiny.data, **odd}, revision=tiny.revision)
    port = free_port()
    command = opa_command(opa, write_archive(bundle, KEYS["ES256"]), KEYS["ES256"], tmp_path, port=port)
    with running(command, tmp_path / "log", port):
        pass


def test_opa_refuses_what_aigov_refuses(opa: str, tiny: Bundle, tmp_path: Path) -> None:
    key = KEYS["ES256"]
    content = write_archive(tiny, key)
    files = unpack(content)
    rule = "aigov/tiny/t_1.rego"
    tampered = pack({**files, rule: files[rule].replace(b"is pinned", b"is fine")})
    assert "digest mismatch" in opa_refusal(opa_command(opa, tampered, key, tmp_path))
    more = pack({**files, "aigov/tiny/more.rego": b"package aigov.tiny.more\n"})
    assert "not included in bundle signature" in opa_refusal(opa_command(opa, more, key, tmp_path))
    assert "missing .signatures.json" in opa_refusal(opa_command(opa, write_archive(tiny), key, tmp_path))
    other = ec.generate_private_key(ec.SECP256R1())
    assert "failed to verify" in opa_refusal(opa_command(opa, content, other, tmp_path))
    assert "scope mismatch" in opa_refusal(opa_command(opa, content, key, tmp_path, scope="other"))


# examples/opa


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The example, running."""

    folder: Path
    url: str
    log: Path

    @property
    def options(self) -> list[str]:
        files = ("--opa-ca", self.folder / "ca.pem", "--opa-token-file", self.folder / "check.token")
        return ["--opa-url", self.url, *map(str, files)]

    @property
    def bundles(self) -> list[str]:
        """Judge by these very bundles: in a checkout where somebody is at work, the sources may have moved on."""
        files = sorted((self.folder / "bundles").glob("*.tar.gz"))
        named = [word for file in files for word in ("--bundle", str(file))]
        return [*named, "--verification-key", str(self.folder / "signing.pub")]

    def status_of(self, path: str, *, token: str = "", method: str = "GET") -> tuple[int, bytes]:
        headers = {"Authorization": f"Bearer {(self.folder / token).read_text()}"} if token else {}
        request = urllib.request.Request(self.url + path, headers=headers, method=method)
        context = ssl.create_default_context(cafile=str(self.folder / "ca.pem"))
        try:
            with urllib.request.urlopen(request, context=context) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()


@contextmanager
def example_server(folder: Path) -> Iterator[Example]:
    ports = free_port(), free_port()
    urls = [f"https://127.0.0.1:{port}" for port in ports]
    log = folder / "opa.log"
    serve = [sys.executable, EXAMPLE / "bundle_server.py", folder, "--port", ports[0]]
    start = [EXAMPLE / "start.sh", folder]
    address = f"127.0.0.1:{ports[1]}"
    with (
        running(serve, folder / "bundle-server.log", ports[0]),
        running(start, log, ports[1], AIGOV_BUNDLES_URL=urls[0], AIGOV_OPA_ADDR=address),
    ):
        yield Example(folder=folder, url=urls[1], log=log)


def wait_for(condition: Any, what: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"{what}: {log.read_text()[-2000:]}")
        time.sleep(0.1)


def prepare(folder: Path) -> None:
    aigov = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": f"{aigov}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run([EXAMPLE / "prepare.sh", folder], env=environment, check=True, capture_output=True)


@pytest.fixture(scope="module")
def example(opa: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    folder = tmp_path_factory.mktemp("example")
    prepare(folder)
    with example_server(folder) as found:
        wait_for(lambda: found.status_of("/health?bundles")[0] == 200, "the bundles are not active", found.log)
        yield found


def aigov_check(*words: str | Path, out_dir: Path) -> Result:
    common = ("check", BOM, "--declarations", DECLARATIONS, "--as-of", "2026-11-23", "--out-dir", out_dir)
    return CliRunner().invoke(cli, [str(word) for word in (*common, *words)], standalone_mode=False)


def test_the_example_decides_as_the_embedded_engine_does(example: Example, tmp_path: Path) -> None:
    texts = []
    for name, options in (("embedded", []), ("opa", example.options)):
        done = aigov_check(*example.bundles, *options, out_dir=tmp_path / name)
        assert done.exception is None, done.exception
        texts.append((tmp_path / name / "results.json").read_bytes())
    assert texts[0] == texts[1]


def test_its_decision_log_holds_what_is_listed_and_no_more(example: Example, tmp_path: Path) -> None:
    aigov_check(*example.bundles, *example.options, out_dir=tmp_path)

    def decisions() -> list[dict[str, Any]]:
        lines = [line for line in example.log.read_text().splitlines() if line.endswith("}")]
        return [entry for entry in map(json.loads, lines) if entry.get("msg") == "Decision Log"]

    wait_for(lambda: len(decisions()) >= 3, "no decision was logged", example.log)
    for entry in decisions():
        assert entry["input"].keys() == {"bom", "context"}
        assert entry["input"]["bom"].keys() <= {"serial_number", "commit", "dirty"}
        assert entry["result"].keys() == {"revision", "report"}
        answers = [answer for answers in entry["result"]["report"].values() for answer in answers]
        assert answers
        assert all(answer.keys() <= {"status", "code", "subject"} for answer in answers)
        assert {"/input", "/result"} <= set(entry["masked"])
    text = example.log.read_text()
    for private in ("api.openai.com", "Tomasz", "app.py", *(t.read_text() for t in example.folder.glob("*.token"))):
        assert private not in text


def test_it_lets_nobody_do_more_than_they_may(example: Example, tmp_path: Path) -> None:
    without = [word for word in example.options if "token" not in word]
    done = aigov_check(*example.bundles, *without, out_dir=tmp_path)
    assert "refuses access (HTTP 401)" in str(done.exception)
    decision = "/v1/data/aigov/eu_ai_act/decision"
    assert example.status_of(decision, token="operate.token", method="POST")[0] == 200
    for path, token, method in (
        (decision, "bundles.token", "POST"),
        (decision, "check.token", "GET"),
        ("/v1/data", "check.token", "POST"),
        ("/v1/data/aigov_server", "operate.token", "POST"),
        ("/v1/policies", "operate.token", "GET"),
        ("/v1/policies/x", "operate.token", "PUT"),
        ("/v1/config", "operate.token", "GET"),
        ("/v1/status", "check.token", "GET"),
    ):
        assert example.status_of(path, token=token, method=method)[0] == 401, (path, token, method)
    status, body = example.status_of("/v1/status", token="operate.token")
    assert status == 200
    assert set(json.loads(body)["result"]["bundles"]) == {"nist-ai-rmf", "iso-42001", "eu-ai-act"}


def test_it_refuses_a_bundle_that_was_altered_or_stands_in_for_another(example: Example, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(example.folder, tmp_path / "run"))
    bundles = folder / "bundles"
    shutil.copy(bundles / "nist-ai-rmf.tar.gz", bundles / "eu-ai-act.tar.gz")
    files = unpack((bundles / "iso-42001.tar.gz").read_bytes())
    (bundles / "iso-42001.tar.gz").write_bytes(pack({**files, ".manifest": files[".manifest"].replace(b"A.", b"B.")}))
    with example_server(folder) as found:

        def messages() -> dict[str, str]:
            _, body = found.status_of("/v1/status", token="operate.token")
            state = json.loads(body).get("result", {}).get("bundles", {})
            return {name: bundle.get("message", "") for name, bundle in state.items()}

        wait_for(lambda: messages().get("eu-ai-act") and messages().get("iso-42001"), "nothing was refused", found.log)
        said = messages()
        assert said["eu-ai-act"] == "scope mismatch"
        assert "digest mismatch" in said["iso-42001"]
        assert found.status_of("/health?bundles")[0] == 500
        done = aigov_check(*example.bundles, *found.options, out_dir=tmp_path / "out")
        assert "has no eu-ai-act bundle of aigov" in str(done.exception)


# Revisions


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """The shipped NIST bundle, as it may have been: another message, so another revision."""
    (framework,) = load_frameworks(["nist-ai-rmf"])
    policies = Path(shutil.copytree(ROOT / "policies", tmp_path_factory.mktemp("older") / "policies"))
    rule = policies / "lib" / "result.rego"
    rule.write_text(rule.read_text() + "\n# an older day\n")
    return build_bundle(framework, load_catalogue(), policies=policies)


def test_the_results_name_the_revision_that_decided(opa: str, older: Bundle, tmp_path: Path) -> None:
    port = free_port()
    (tmp_path / "older.tar.gz").write_bytes(write_archive(older))
    command = [opa, "run", "--server", "--addr", f"127.0.0.1:{port}", "--skip-version-check"]
    options = ("--framework", "nist-ai-rmf", "--opa-url", f"http://127.0.0.1:{port}")
    with running([*command, "--bundle", tmp_path / "older.tar.gz"], tmp_path / "log", port):
        refused = aigov_check(*options, out_dir=tmp_path / "refused")
        done = aigov_check(*options, "--any-revision", out_dir=tmp_path / "out")
    assert isinstance(refused.exception, EngineError)
    assert f"has revision {older.revision[:12]} of the nist-ai-rmf bundle" in str(refused.exception)
    assert "--any-revision" in str(refused.exception)
    assert done.exception is None, done.exception
    results = json.loads((tmp_path / "out" / "results.json").read_text())
    assert not list(violations("results", results))
    (row,) = results["engine"]["bundles"]
    assert row["revision"] == older.revision
    assert results["engine"]["expected"].keys() == {"nist-ai-rmf"}
    assert results["engine"]["expected"]["nist-ai-rmf"] != older.revision
    assert f"nist-ai-rmf was decided by revision {older.revision[:12]}" in " ".join(done.output.split())
    assert not [control for control in results["controls"] if control["status"] == "error"]


def test_the_example_policies_are_sound(opa: str) -> None:
    policies = EXAMPLE / "policies"
    for words in (("fmt", "--list", "--fail"), ("check", "--strict"), ("test", "--fail-on-empty")):
        done = subprocess.run([opa, *words, policies], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    command = [opa, "test", "--coverage", "--threshold", "100", policies]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
