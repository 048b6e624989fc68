"""Both engines give the same answers on generated inputs: schema-valid noise, and real inputs changed near decisions.

Noise alone rarely gets past a rule's gate. So most inputs begin with one that scans and declarations of the examples
gave, and a few of its parts are dropped, doubled, replaced, or moved to an edge: the day before, at and after which a
statement, a model or a fact ends. AIGOV_GENERATED_INPUTS sets their number. Needs ``opa``, as test_opa_engine.py does.
"""

from __future__ import annotations

import copy
import json
import os
import random
import shutil
import socket
import subprocess
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aigov.bom.reader import read_bom_file
from aigov.canonical import canonical_json
from aigov.catalogue import load_catalogue
from aigov.declarations import Declarations, load_declarations
from aigov.policy.bundle import Bundle, build_bundle
from aigov.policy.engines import Report, normalize
from aigov.policy.engines.embedded import EmbeddedEngine
from aigov.policy.engines.opa import OpaEngine
from aigov.policy.facts import facts_data
from aigov.policy.frameworks import load_frameworks
from aigov.policy.input import build_input
from aigov.schema import load_schema, violations
from aigov.settings import OpaServer

pytestmark = [pytest.mark.opa, pytest.mark.xdist_group("engines")]
"""One process for all: the last test looks at what the others met."""

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2026, 11, 23, tzinfo=UTC)
NOW = 1795392000 * 10**9
DAY = 86_400 * 10**9
EXAMPLES = int(os.environ.get("AIGOV_GENERATED_INPUTS", "500"))
START_SECONDS = 30.0
CHANGES = (1, 1, 2, 3, 5, 8)
"""How many parts are changed: one closes a gate often enough that inputs with many seldom pass anything."""
SCHEMA = load_schema("policy-input")
DROP = object()


# The words that inputs are made of


@cache
def pools() -> dict[str, list[Any]]:
    """Values by name of their field: those of the examples, of the catalogue's facts, and some that are neither."""
    found: dict[str, list[Any]] = {
        "": ["a word", 'quote " % ü', ""],
        "url": ["https://api.openai.com/v1", "http://localhost:11434", "{BASE}", "http://10.0.0.1/v1"],
        "class": ["personal", "special-category", "financial", "secret", "user-content", "PII"],
        "region": ["eu-central-1", "us-east-1", "westeurope", "eu", "global"],
        "regions": ["eu", "us", "eu-central-1", "any"],
        "jurisdiction": ["US", "EU", "CN", "FR"],
        "covers": ["*", "provider:openai", "model:gpt-*", "library:*", "mcp:*", "model:["],
        "signal": ["library", "call", "prompt", "name"],
        "expires": ["2026-11-22", "2026-11-23", "2027-01-01"],
    }
    found["classes"] = found["data_classes"] = found["class"]
    facts = facts_data(load_catalogue())
    edges = {NOW}
    for platform, models in facts["lifecycle"].items():
        found.setdefault("platform", []).append(platform)
        for name in sorted(models)[::9]:
            found.setdefault("lifecycle_id", []).append(name)
            edges.update(value for key, value in models[name].items() if key.endswith("_ns"))
    found["ns"] = sorted({edge + shift for edge in edges for shift in (-90 * DAY, -1, 0, 1, 90 * DAY)})
    for framework in load_frameworks():
        found.setdefault("framework", []).append(framework.id)
        found.setdefault("control", []).extend(c.id for c in framework.controls if c.kind == "declared")
    for base in bases():
        for _, name, value in nodes(base):
            if isinstance(value, str):
                found.setdefault(name, []).append(value)
            elif name.endswith("_ns"):
                found["ns"] += [value - 1, value, value + 1]
    for entry, names in (("slug", facts["terms"]), ("id", facts["indicators"])):
        found.setdefault(entry, []).extend(names)
    for name in ("provider", "publisher"):
        found.setdefault(name, []).extend(facts["terms"])
    return {name: sorted(set(values)) for name, values in found.items()}


@cache
def bases() -> tuple[dict[str, Any], ...]:
    """The policy inputs of the examples, with and without their aigov.yaml, and of BOMs that others wrote."""
    found = []
    for path in sorted((ROOT / "tests").glob("golden/*/aibom.cdx.json")):
        own = ROOT / "examples" / path.parent.name / "aigov.yaml"
        said: list[Declarations | None] = [None, load_declarations(own)] if own.is_file() else [None]
        found += [build_input(read_bom_file(path)[0], item, load_catalogue(), AT) for item in said]
    for path in sorted((ROOT / "tests/unit/policy/fixtures/boms").glob("*.json")):
        found.append(build_input(read_bom_file(path)[0], None, load_catalogue(), AT))
    return tuple(found)


def nodes(
    part: Any, place: tuple[str | int, ...] = (), name: str = ""
) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:
    """Every part of a document: place, name of the field that holds it (items bear their list's), value."""
    yield place, name, part
    for key, inner in part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ():
        yield from nodes(inner, (*place, key), key if isinstance(key, str) else name)


# Noise: all that the schema allows


def resolved(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" in schema:
        found: Mapping[str, Any] = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
        return found
    return schema


def values(schema: Mapping[str, Any], name: str = "") -> st.SearchStrategy[Any]:
    """What the schema allows, from few words, so that parts of an input speak of the same things."""
    schema = resolved(schema)
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kind = schema["type"]
    if kind == "object":
        parts = {key: values(part, key) for key, part in schema.get("properties", {}).items()}
        required = {key: part for key, part in parts.items() if key in schema.get("required", ())}
        return st.fixed_dictionaries(required, optional={k: v for k, v in parts.items() if k not in required})
    if kind == "array":
        return st.lists(values(schema["items"], name), max_size=3)
    if kind == "boolean":
        return st.booleans()
    if kind == "integer":
        return st.sampled_from(pools()["ns"]) if name.endswith("_ns") else st.integers(0, 3)
    return st.sampled_from(pools().get(name, pools()[""]))


# Near decisions: real inputs, changed


def schema_at(place: Sequence[str | int]) -> tuple[Mapping[str, Any], bool]:
    """The schema of a part, and whether its parent can do without it."""
    schema, spare = resolved(SCHEMA), False
    for step in place:
        if isinstance(step, int):
            schema, spare = resolved(schema["items"]), True
        else:
            spare = step not in schema.get("required", ())
            schema = resolved(schema["properties"][step])
    return schema, spare


@st.composite
def changed(draw: st.DrawFn) -> dict[str, Any]:
    """A real input with some of its parts dropped, doubled, replaced, added or moved to an edge."""
    document: dict[str, Any] = copy.deepcopy(draw(st.sampled_from(bases())))
    # One seed instead of hundreds of choices: where changes go must not exhaust what hypothesis draws from.
    chance = random.Random(draw(st.integers(0, 2**32)))
    for _ in range(draw(st.sampled_from(CHANGES))):
        place, name, value = chance.choice(weighted(document))
        schema, spare = schema_at(place)
        parent = document
        for step in place[:-1]:
            parent = parent[step]
        if spare and chance.random() < 0.3:
            del parent[place[-1]]
        elif isinstance(value, dict) and (absent := sorted(schema.get("properties", {}).keys() - value.keys())):
            key = chance.choice(absent)
            value[key] = pick(schema["properties"][key], key, chance)
        elif isinstance(value, list):
            value.append(pick(schema["items"], name, chance) if chance.random() < 0.7 or not value else value[0])
        else:
            parent[place[-1]] = pick(schema, name, chance)
    return document


def weighted(document: dict[str, Any]) -> list[tuple[tuple[str | int, ...], str, Any]]:
    """Places to change. Those of occurrences decide little, and are most: one in ten of them is left."""
    found = [node for node in nodes(document) if node[0] and node[0] != ("schema",)]
    return [node for number, node in enumerate(found) if "occurrences" not in node[0] or number % 10 == 0]


def pick(schema: Mapping[str, Any], name: str, chance: random.Random) -> Any:
    """One value that the schema allows."""
    schema = resolved(schema)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return chance.choice(schema["enum"])
    kind = schema["type"]
    if kind == "object":
        parts = schema.get("properties", {})
        needed = schema.get("required", ())
        return {key: pick(part, key, chance) for key, part in parts.items() if key in needed or chance.random() < 0.6}
    if kind == "array":
        return [pick(schema["items"], name, chance) for _ in range(chance.randrange(3))]
    if kind == "boolean":
        return chance.random() < 0.5
    if kind == "integer":
        return chance.choice(pools()["ns"]) if name.endswith("_ns") else chance.randrange(4)
    return chance.choice(pools().get(name, pools()[""]))


# Both engines


class Batch:
    """The embedded engine with its bundles parsed once, for many inputs."""

    def __init__(self, bundles: Sequence[Bundle]) -> None:
        import regorus

        self.bundles = tuple(bundles)
        self._engines = []
        for bundle in bundles:
            engine = regorus.Engine()
            for path, text in bundle.modules.items():
                engine.add_policy(path, text)
            package = bundle.framework.package
            engine.add_data_json(canonical_json({"aigov": {package: bundle.data}}).decode())
            self._engines.append((bundle, engine, f"data.aigov.{package}.decision"))

    def evaluate(self, policy_input: Mapping[str, Any]) -> Iterator[tuple[Bundle, Report]]:
        text = canonical_json(policy_input).decode()
        for bundle, engine, query in self._engines:
            engine.set_input_json(text)
            answer = json.loads(engine.eval_query_as_json(query))
            yield bundle, normalize(answer["result"][0]["expressions"][0]["value"]["report"], bundle.framework.id)


@pytest.fixture(scope="module")
def bundles() -> tuple[Bundle, ...]:
    return tuple(build_bundle(framework, load_catalogue()) for framework in load_frameworks())


@pytest.fixture(scope="module")
def batch(bundles: tuple[Bundle, ...]) -> Batch:
    return Batch(bundles)


@pytest.fixture(scope="module")
def server(bundles: tuple[Bundle, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpaServer]:
    """One OPA server with every shipped bundle."""
    found = shutil.which("opa")
    if not found:
        reason = "opa is not on PATH: `make opa` builds it where Go is installed"
        if os.environ.get("AIGOV_REQUIRE_OPA"):
            pytest.fail(f"{reason}, and AIGOV_REQUIRE_OPA asks for these tests")
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("opa")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [found, "run", "--server", "--addr", f"127.0.0.1:{port}", "--skip-version-check", "--log-level", "error"]
    for bundle in bundles:
        command += ["--bundle", str(write_bundle(bundle, folder / bundle.framework.package))]
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            deadline = time.monotonic() + START_SECONDS
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port), 0.2).close()
                    break
                except OSError:
                    if process.poll() is not None or time.monotonic() > deadline:
                        pytest.fail(f"opa did not start: {(folder / 'log').read_text()[-2000:]}")
                    time.sleep(0.05)
            yield OpaServer(url=f"http://127.0.0.1:{port}")
        finally:
            process.terminate()


def write_bundle(bundle: Bundle, folder: Path) -> Path:
    """The bundle as a folder that ``opa run --bundle`` loads."""
    package = bundle.framework.package
    for path, text in bundle.modules.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    (folder / "data.json").write_text(json.dumps({"aigov": {package: dict(bundle.data)}}))
    manifest = {"revision": bundle.revision, "roots": [f"aigov/{package}"], "rego_version": 1}
    (folder / ".manifest").write_text(json.dumps(manifest))
    return folder


POOL = ThreadPoolExecutor(max_workers=3)
SEEN: Counter[str] = Counter()
"""Statuses that generated inputs led to, over all of them."""
MET: Counter[str] = Counter()
"""Inputs of each kind that this process met."""

_settings = settings(
    max_examples=max(EXAMPLES // 2, 1),
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@_settings
@given(policy_input=changed())
def test_engines_agree_near_decisions(policy_input: dict[str, Any], batch: Batch, server: OpaServer) -> None:
    same(policy_input, batch, server)
    MET["near"] += 1


@_settings
@given(policy_input=st.deferred(lambda: values(SCHEMA)))  # not while pytest collects: it reads the catalogue
def test_engines_agree_on_noise(policy_input: dict[str, Any], batch: Batch, server: OpaServer) -> None:
    same(policy_input, batch, server)


def same(policy_input: dict[str, Any], batch: Batch, server: OpaServer) -> None:
    assert violations("policy-input", policy_input) == []
    # The server works while the embedded engine does.
    answers = {b.framework.id: POOL.submit(OpaEngine(server).evaluate, b, policy_input) for b in batch.bundles}
    for bundle, embedded in batch.evaluate(policy_input):
        served = answers[bundle.framework.id].result()
        for slug in embedded.keys() | served.keys():
            assert embedded.get(slug) == served.get(slug), f"{bundle.framework.id}: {slug}"
        SEEN.update(row["status"] for rows in embedded.values() for row in rows)


def test_generated_inputs_reach_every_decision() -> None:
    """Runs after those above, in the same process: inputs that only ever meet a closed gate would prove nothing."""
    if not MET["near"]:
        pytest.skip("the generated inputs ran elsewhere")
    assert all(SEEN[status] > EXAMPLES for status in ("pass", "fail", "undetermined", "not_applicable")), SEEN


def test_a_parsed_bundle_answers_like_a_fresh_one(bundles: tuple[Bundle, ...], batch: Batch) -> None:
    """What the other tests take for the embedded engine is what ``aigov check`` runs."""
    embedded = EmbeddedEngine()
    for base in bases():
        for bundle, report in batch.evaluate(base):
            assert report == embedded.evaluate(bundle, base)
