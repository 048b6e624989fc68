"""Every folder of ``findings`` holds files that name AI by themselves, and ``expected.txt`` what is read of them.

One line a row: ``file:line use name how scope symbol [package@version]``, ``file:line model id provider scope [mention]
[variable]``, ``file:line endpoint url provider``, ``file:line unresolved what name variable``, ``file:line asset what
symbol name [from=data]``, ``file:line mcp name``, problems; ``-`` for nothing. Unlike the readers of dependencies these
are tested with the catalogue that ships.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.facts.manifests import read_manifests, takes
from aigov.scan.files import Document, Findings
from aigov.scan.kinds import classify
from aigov.scan.scopes import scope_of

GrowsEvenly = Callable[[Callable[[str], object], str], None]

FIXTURES = Path(__file__).parent / "findings"


def rows_of(found: Findings) -> Iterator[str]:
    """What was found, in the words of ``expected.txt``."""
    for use in found.uses:
        package = f" {use.package}{f'@{use.version}' if use.version else ''}" if use.package else ""
        symbol = (use.symbol or "-").replace(" ", "_")
        yield f"{use.file}:{use.line} use {use.name} {use.how} {use.scope} {symbol}{package}"
    for model in found.models:
        more = [*(["mention"] if model.mention else []), *([model.variable] if model.variable else [])]
        yield " ".join([f"{model.file}:{model.line} model {model.model} {model.provider} {model.scope}", *more])
    for endpoint in found.endpoints:
        yield f"{endpoint.file}:{endpoint.line} endpoint {endpoint.url} {endpoint.provider}"
    for missing in found.unresolved:
        yield f"{missing.file}:{missing.line} unresolved {missing.what} {missing.name} {missing.variable or '-'}"
    for asset in found.assets:
        more = [f"from={asset.data}".replace(" ", "")] if asset.data else []
        yield " ".join([f"{asset.file}:{asset.line} asset {asset.what} {asset.symbol} {asset.name or '-'}", *more])
    for server in found.mcp_servers:
        yield f"{server.file}:{server.line} mcp {server.name}"
    for problem in found.problems:
        yield f"{problem.file}:{problem.line} {problem.reason}"


def read_folder(folder: Path, read_tree: Callable[[Path], dict[str, str | bytes]]) -> Findings:
    """Findings of a folder whose documents are those that a scan would keep."""
    documents = [_document(path, data) for path, data in read_tree(folder).items() if isinstance(data, bytes)]
    return read_manifests([document for document in documents if takes(document)], load_catalogue())


def _document(path: str, data: bytes) -> Document:
    return Document(path=path, kind=classify(path), scope=scope_of(path), data=data, size=len(data), candidate=True)


@pytest.mark.parametrize("case", sorted(path.name for path in FIXTURES.iterdir()))
def test_findings(case: str, read_tree: Callable[[Path], dict[str, str | bytes]]) -> None:
    found = list(rows_of(read_folder(FIXTURES / case, read_tree)))
    assert found == (FIXTURES / case / "expected.txt").read_text().splitlines()


def test_mutilated_files_never_raise(read_tree: Callable[[Path], dict[str, str | bytes]]) -> None:
    """Cut, splice and flip bytes of every fixture: a fault may be reported, nothing may escape."""
    chance, catalogue = random.Random(20261123), load_catalogue()
    for case in sorted(FIXTURES.iterdir()):
        for path, content in read_tree(case).items():
            for _ in range(5):
                cut = bytearray(content if isinstance(content, bytes) else content.encode())
                for _ in range(chance.randint(1, 4)):
                    start = chance.randrange(len(cut) + 1)
                    end = min(len(cut), start + chance.randint(0, 12))
                    cut[start:end] = bytes(chance.choices(b"{}[]()\"#:,=$\n \\'\xff\x00a1", k=chance.randint(0, 4)))
                found = read_manifests([_document(path, bytes(cut))], catalogue)
                assert all(problem.reason == "bad-manifest" for problem in found.problems)


@pytest.mark.parametrize(
    ("path", "piece"),
    [
        ("Jenkinsfile", "sh '"),
        ("Jenkinsfile", 'sh(a: "b", script: """'),
        ("Jenkinsfile", "httpRequest url: 'a',\n"),
        ("Jenkinsfile", "sh script: a, b: c, "),
        ("Jenkinsfile", "a = '"),
        ("Jenkinsfile", "image: "),
        ("a.baml", "client<llm> A { provider openai options { a ["),
        ("a.baml", 'client "'),
        ("a.baml", '#"'),
        ("a.nix", "withPackages (a: with a; [ "),
        ("a.nix", "pkgs.a.a."),
        ("a.nix", "services.a = { "),
        ("a.nix", "''"),
        ("rollup.config.js", "external: ["),
        ("rollup.config.js", 'external: { "a" '),
        ("a.py", '# /// script\n# dependencies = ["a"'),
        ("a.py", 'install", "a", '),
        ("a.py", 'os.system("pip install '),
        ("a.py", '"""'),
        ("a.kts", '@file:DependsOn("a:b:1", '),
        ("a.groovy", "@Grab('a:b:"),
        ("a.groovy", "@Grab(group='a', module="),
        ("A.java", "//DEPS a:b:1 a:b"),
        ("a.scala", "//> using dep a::b:"),
        ("a.csx", '#r "nuget: a, '),
        ("a.rb", "bundler/inline\ngemfile do\n"),
        ("a.exs", "Mix.install([{:a, "),
        ("a.rs", "---\n"),
        ("a.ts", 'import "npm:a@1'),
        ("a.ts", "npm: from ''' "),
        ("a.html", '<script src="//esm.sh/a" '),
        ("a.html", '<script type="importmap">{"imports":'),
        ("a.html", "esm.sh <!-- <script "),
        ("MLmodel", "flavors: {a: "),
        ("a.tf.json", '{"resource": {"a": "${'),
        ("DESCRIPTION", "Imports: a (>= 1), "),
    ],
)
def test_time_is_linear_in_what_repeats(path: str, piece: str, grows_evenly: GrowsEvenly) -> None:
    catalogue = load_catalogue()
    for text in (piece * 3_000, (piece + "\n") * 3_000):
        grows_evenly(lambda part: read_manifests([_document(path, part.encode())], catalogue), text)


@pytest.mark.parametrize(
    ("path", "begin", "piece"),
    [
        ("Gemfile", "gem", " "),
        ("Podfile", "pod", " "),
        ("build.gradle", 'ext("a")', " "),
        ("Jenkinsfile", "image", " "),
        ("Jenkinsfile", "sh", " "),
        ("flake.nix", "withPackages(a:", " "),
        ("flake.nix", "", '"\\'),
        ("clients.baml", "client", '"\\'),
        ("setup.cfg", "[options]\na", " "),
        ("gpu.pkr.hcl", "", " "),
        ("gpu.pkr.hcl", "", "a"),
        ("compose.yaml.example", "", "{{"),
        ("compose.yaml.example", "", "{#"),
        ("mix.lock", "", "\n"),
    ],
)
def test_time_is_linear_after_what_begins(path: str, begin: str, piece: str, grows_evenly: GrowsEvenly) -> None:
    catalogue = load_catalogue()
    grows_evenly(lambda part: read_manifests([_document(path, part.encode())], catalogue), begin + piece * 30_000)
