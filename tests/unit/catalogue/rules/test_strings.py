"""Each host, variable, image, model form, sign, key, command, setting and routing prefix fires where it is spelled."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from aigov.catalogue import load_catalogue

_parser = re._parser  # type: ignore[attr-defined]
ENTRIES = list(load_catalogue().entries.values())
LETTERS = string.ascii_lowercase + string.digits


def samples(regex: str) -> Iterator[str]:
    """Strings that match: one for each alternative at the top."""
    parsed = list(_parser.parse(regex))
    tops = parsed[0][1][1] if len(parsed) == 1 and parsed[0][0].name == "BRANCH" else [parsed]
    for index, top in enumerate(tops):
        yield _sample(top, random.Random(index))


def _sample(items: Any, chance: random.Random) -> str:
    said = ""
    for op, value in items:
        match op.name:
            case "LITERAL":
                said += chr(value)
            case "ANY" | "NOT_LITERAL":
                said += "a"
            case "IN":
                said += _one_of(value, chance)
            case "MAX_REPEAT" | "MIN_REPEAT":
                least, most, inner = value
                said += "".join(_sample(inner, chance) for _ in range(least or (most == 1 and 0)))
            case "SUBPATTERN":
                said += _sample(value[3], chance)
            case "BRANCH":
                said += _sample(value[1][0], chance)
    return said


def _one_of(choices: Any, chance: random.Random) -> str:
    allowed = ""
    for op, value in choices:
        match op.name:
            case "LITERAL":
                allowed += chr(value)
            case "RANGE":
                allowed += "".join(map(chr, range(value[0], value[1] + 1)))
            case "CATEGORY":
                allowed += string.digits if value.name == "CATEGORY_DIGIT" else LETTERS
            case "NEGATE":
                return "a"
    plain = [c for c in allowed if c in string.ascii_letters + string.digits] or list(allowed)
    return chance.choice(plain)


def written(pattern: str) -> str:
    return re.sub(r"<[^>]+>", "eu1", pattern.replace("*.", "bay7.").replace("*", "some"))


def near(pattern: str) -> str:
    """Another letter before a ``*``, or one more at the end."""
    if pattern.endswith("*"):
        kept = pattern[:-1].rstrip("_/.:-")
        return f"{kept}q{pattern[len(kept) : -1]}some"
    return pattern + "q"


@pytest.fixture
def proven(specimen, sheet, prove) -> Callable[..., None]:
    def run(
        rows: Iterator[tuple[str, str, object, bool]], path: str, before: str = "", after: str = "", **more
    ) -> None:
        """:param rows: what the rule is called, its source, what is found, and whether it is, or only looks so."""
        alone = more.pop("alone", True)
        found = [
            specimen(rule=rule, text=text, shape="it", finds=finds, fires=fires, alone=alone, apart=[finds, *apart])
            for rule, text, finds, fires, *apart in rows
        ]
        wrong = prove(found, {"it": sheet(path, before, after, **more)})
        assert found
        assert not wrong, "\n".join(wrong)

    return run


def test_every_host(proven) -> None:
    known = load_catalogue()

    def rows() -> Iterator:
        for entry in ENTRIES:
            for host in entry.hosts:
                label, name = f"{entry.id}: host {host}", written(host)
                yield label, f'it = "https://{name}/v1"', ("endpoint", entry.id), True
                if not host.startswith("*."):
                    yield label, f'it = "https://q{name}/v1"', ("endpoint", entry.id), known.host(f"q{name}") is entry
                yield label, f'it = "https://{name}q/v1"', ("endpoint", entry.id), False

    proven(rows(), "{}.py")


def test_every_default_endpoint_is_on_a_host_of_the_entry() -> None:
    catalogue = load_catalogue()
    strange = []
    for entry in ENTRIES:
        if entry.default_endpoint:
            place = urlsplit(written(entry.default_endpoint))
            owner = catalogue.host(place.hostname or "")
            if place.hostname not in ("localhost", "127.0.0.1") and owner is not entry:
                strange.append(f"{entry.id}: {entry.default_endpoint} is {owner.id if owner else 'nobody'}'s")
    assert strange == []


def test_every_port(proven) -> None:
    def rows() -> Iterator:
        for entry in ENTRIES:
            for port in entry.ports:
                text = f'from openai import OpenAI as C{port}\nC{port}(base_url="http://localhost:{port}/v1")'
                yield f"{entry.id}: port {port}", text, ("endpoint", entry.id), True
                text = text.replace(f":{port}/", f":{port + 20000}/")
                yield f"{entry.id}: port {port}", text, ("endpoint", entry.id), False

    proven(rows(), "{}.py")


def test_every_variable(proven) -> None:
    known = load_catalogue()

    def rows() -> Iterator:
        for entry in ENTRIES:
            for name in entry.env:
                label = f"{entry.id}: variable {name}"
                yield label, f"{written(name).upper()}=", ("use", entry.id), True
                seeming = near(name).upper()
                if known.env(seeming) is not entry:
                    yield label, f"{seeming}=", ("use", entry.id), False

    proven(rows(), "{}/.env.example")


def test_every_image(proven) -> None:
    known = load_catalogue()

    def rows() -> Iterator:
        number = 0
        for entry in ENTRIES:
            for image in entry.images:
                number += 1
                label, text = f"{entry.id}: image {image}", f"  s{number}:\n    image: {{}}:1.0"
                yield label, text.format(written(image)), ("use", entry.id), True
                seeming = near(image)
                if known.image(seeming) is not entry:
                    yield label, text.format(seeming), ("use", entry.id), False

    proven(rows(), "{}/compose.yaml", "services:", alone=False)


def test_every_form_of_a_model_id_that_tells_its_provider(proven) -> None:
    def rows() -> Iterator:
        for entry in ENTRIES:
            for pattern in entry.models:
                for id in () if pattern.shared else samples(pattern.regex):
                    assert re.fullmatch(pattern.regex, id), (pattern.regex, id)
                    label, finds = f"{entry.id}: model {pattern.regex}: {id}", ("model", id, entry.id)
                    # A word alone counts where a call takes it.
                    call = 'from litellm import completion as c\nc(model="{}", messages=[])'
                    text = 'it = "{}"' if re.search(r"[-\d/]", id) else call
                    yield label, text.format(id), finds, True
                    yield label, text.format(f"zq{id}"), ("model", f"zq{id}", entry.id), False

    proven(rows(), "{}.py")


def test_every_sign(proven) -> None:
    def rows() -> Iterator:
        for entry in ENTRIES:
            for sign in entry.signs:
                for text in samples(sign.regex):
                    assert re.search(sign.regex, text, re.IGNORECASE), (sign.regex, text)
                    label, finds = f"{entry.id}: sign {sign.regex}", ("use", entry.id)
                    for beside in samples(sign.near.replace(r"\b", " ")) if sign.near else ("",):
                        yield label, f"it = {text!r}  # {beside}", finds, True
                    if sign.near:
                        yield label, f"it = {text!r}", finds, False

    proven(rows(), "{}.py")


def test_every_form_of_a_key(proven) -> None:
    def rows() -> Iterator:
        for entry in ENTRIES:
            for form in entry.keys:
                for key in samples(form.regex):
                    assert re.fullmatch(form.regex, key), (form.regex, key)
                    text = f'# {" ".join(form.near)}\nit = "{key}"'
                    yield f"{entry.id}: key {form.regex}", text, ("secret", entry.id), True

    proven(rows(), "{}.py", alone=False)


def test_every_setting(proven) -> None:
    keys = [(entry.id, key) for entry in ENTRIES for key in entry.settings]

    def rows() -> Iterator:
        for entry in ENTRIES:
            for key in entry.settings:
                said = key.replace("*", "some")
                above = [("use", id) for id, other in keys if said.startswith(f"{other.replace('*', 'some')}.")]
                yield f"{entry.id}: setting {key}", f"{said}.chat.enabled=x", ("use", entry.id), True, *above
                yield f"{entry.id}: setting {key}", f"{said}q.chat.enabled=x", ("use", entry.id), False

    proven(rows(), "{}/application.properties", alone=False)


def test_every_command(proven) -> None:
    def rows() -> Iterator:
        for entry in ENTRIES:
            for command in entry.commands:
                yield f"{entry.id}: command {command.name}", command.name, ("use", entry.id), True
                yield f"{entry.id}: command {command.name}", f"echo {command.name}", ("use", entry.id), False

    proven(rows(), "{}.sh", "#!/bin/sh", alone=False)


def test_every_routing_prefix(proven) -> None:
    def rows() -> Iterator:
        for entry in ENTRIES:
            for prefix in entry.prefixes:
                call = f'from litellm import completion as c\nc(model="{{}}{prefix}acme-1", messages=[])'
                if entry.kind not in ("provider", "model-host"):  # it only leads to the next one
                    text = call.replace("acme-1", "openai/acme-1").format("")
                    yield f"{entry.id}: prefix {prefix}", text, ("served", "openai"), True
                    continue
                yield f"{entry.id}: prefix {prefix}", call.format(""), ("served", entry.id), True
                yield f"{entry.id}: prefix {prefix}", call.format("zq"), ("served", entry.id), False

    proven(rows(), "{}.py")
