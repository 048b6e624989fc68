from __future__ import annotations

import json
import os
import pty
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FIXTURES = Path(__file__).resolve().parents[1] / "evidence" / "fixtures"
CLEAN = {name: value for name, value in os.environ.items() if name != "AIGOV_KEY_PASSPHRASE"}


def aigov(*words: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a user runs it, without a terminal."""
    command = [sys.executable, "-m", "aigov", *map(str, words)]
    env = CLEAN | environment
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def here(tmp_path: Path) -> Path:
    shutil.copytree(FIXTURES / "delivered", tmp_path / "out")
    return tmp_path


def test_keygen_sign_verify(here: Path) -> None:
    (here / "passphrase").write_text("correct horse\nsecond line\n")

    made = aigov("keygen", "-o", "vendor", "--passphrase-file", "passphrase", cwd=here)
    signed = aigov("sign", "out", "--key", "vendor", cwd=here, AIGOV_KEY_PASSPHRASE="correct horse")
    verified = aigov("verify", "out", "--key", "vendor.pub", cwd=here)

    assert (made.returncode, made.stdout) == (0, "")
    assert (signed.returncode, signed.stdout, signed.stderr) == (0, "", "wrote out/evidence.sigstore.json\n")
    assert verified.returncode == 0
    assert verified.stderr == ""
    assert "FAILED" not in verified.stdout
    assert "gate       refused by nist-ai-rmf/GOVERN 6.1, nist-ai-rmf/GOVERN 2.1" in verified.stdout
    key_id = made.stderr.split()[-1]
    assert key_id in verified.stdout


def test_verify_tells_each_failure_and_exits_4(here: Path) -> None:
    aigov("keygen", "-o", "vendor", "--no-passphrase", "--algorithm", "ed25519", cwd=here)
    assert aigov("sign", "out", "--key", "vendor", cwd=here).returncode == 0
    (here / "out" / "results.json").write_text("{}")
    (here / "out" / "more.txt").write_text("added")

    text = aigov("verify", "out", "--key", "vendor.pub", cwd=here)
    document = aigov("verify", "out", "--key", "vendor.pub", "--format", "json", cwd=here)

    assert text.returncode == document.returncode == 4
    assert [line.split(maxsplit=2)[2] for line in text.stdout.splitlines() if line.startswith("FAILED")] == [
        "results.json was altered after signing",
        "more.txt is not covered by the signature",
        "results.json breaks its schema at /: 'schema' is a required property",
    ]
    assert "gate" not in text.stdout
    expected = "aigov: out: the evidence does not verify: files, covered, results (do not rely on it)\n"
    assert text.stderr == document.stderr == expected
    verdict = json.loads(document.stdout)
    assert verdict["schema"] == "aigov.dev/verdict/v1"
    assert verdict["ok"] is False
    assert {check["name"] for check in verdict["checks"] if not check["ok"]} == {"files", "covered", "results"}


def test_verdict_goes_to_a_file_on_request(here: Path) -> None:
    aigov("keygen", "-o", "vendor", "--no-passphrase", cwd=here)
    aigov("sign", "out", "--key", "vendor", cwd=here)

    done = aigov("verify", "out", "--key", "vendor.pub", "--format", "json", "-o", "verdict.json", cwd=here)

    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((here / "verdict.json").read_text())["ok"] is True


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["keygen", "-o", "new"], 2, "new: a passphrase is needed and there is no terminal to ask on"),
        (["keygen", "-o", "new", "--passphrase-file", "absent"], 2, "absent: cannot read the passphrase"),
        (["keygen", "-o", "new", "--passphrase-file", "empty"], 2, "the passphrase is empty"),
        (["keygen", "-o", "new", "--passphrase-file", "empty", "--no-passphrase"], 2, "exclude each other"),
        (["keygen", "-o", "vendor", "--no-passphrase"], 2, "vendor: already exists"),
        (["sign", "out", "--key", "vendor"], 2, "vendor: a passphrase is needed"),
        (["sign", "out", "--key", "vendor", "--passphrase-file", "wrong"], 4, "wrong passphrase"),
        (["sign", "out", "--key", "vendor.pub"], 2, "this is a public key"),
        (["sign", "absent", "--key", "vendor"], 2, "absent: does not exist"),
        (["sign", "empty-folder", "--key", "vendor"], 4, "aibom.cdx.json is missing; nothing was signed"),
        (["verify", "out", "--key", "vendor"], 2, "this is a private key; verification takes the public one"),
        (["verify", "out", "--key", "vendor.pub"], 4, "the evidence does not verify: bundle"),
        (["verify", "absent", "--key", "vendor.pub"], 2, "absent: does not exist"),
    ],
)
def test_bad_input_is_one_line_with_its_exit_code(words: list[str], status: int, says: str, here: Path) -> None:
    (here / "pass").write_text("right")
    (here / "wrong").write_text("wrong")
    (here / "empty").touch()
    (here / "empty-folder").mkdir()
    aigov("keygen", "-o", "vendor", "--passphrase-file", "pass", cwd=here)
    before = sorted(path.relative_to(here) for path in here.rglob("*"))

    done = aigov(*words, cwd=here)

    assert done.returncode == status
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(path.relative_to(here) for path in here.rglob("*")) == before


def test_a_key_that_others_can_read_is_reported_and_used(here: Path) -> None:
    aigov("keygen", "-o", "vendor", "--no-passphrase", cwd=here)
    (here / "vendor").chmod(0o644)

    done = aigov("sign", "out", "--key", "vendor", cwd=here)

    assert done.returncode == 0
    assert done.stderr.splitlines()[0].startswith("warning: vendor: others on this machine may read")


def test_passphrase_is_asked_on_the_terminal_and_not_shown(here: Path) -> None:
    asked = at_terminal(["keygen", "-o", "vendor"], ["correct horse", "correct horse"], cwd=here)
    assert "Passphrase for vendor:" in asked
    assert "Repeat for confirmation:" in asked
    assert "correct horse" not in asked
    assert "ENCRYPTED" in (here / "vendor").read_text()

    at_terminal(["sign", "out", "--key", "vendor"], ["correct horse"], cwd=here)
    assert aigov("verify", "out", "--key", "vendor.pub", cwd=here).returncode == 0


def at_terminal(words: list[str], answers: list[str], *, cwd: Path) -> str:
    """Run at a pseudo-terminal, answer each prompt as it comes, and return all that the terminal showed."""
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "aigov", *words]
    with subprocess.Popen(
        command, cwd=cwd, env=CLEAN, stdin=child, stdout=child, stderr=child, start_new_session=True
    ) as process:
        os.close(child)
        shown, waiting = b"", list(answers)
        while True:
            if not select.select([parent], [], [], 30)[0]:
                process.kill()
                pytest.fail(f"no prompt, no end: {shown.decode()}")
            try:
                data = os.read(parent, 1024)
            except OSError:  # Linux says EIO when the other side has closed the terminal
                break
            if not data:
                break
            shown += data
            # The space comes after the terminal has dropped what was typed too early.
            if waiting and shown.endswith(b": "):
                os.write(parent, waiting.pop(0).encode() + b"\n")
        os.close(parent)
    assert process.returncode == 0, shown.decode()
    return shown.decode()
