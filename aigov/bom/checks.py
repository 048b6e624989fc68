"""What CycloneDX demands and its JSON schema does not catch: references, placement of cards, purls, endpoints.

Rules and their source (descriptions in the schema, and https://cyclonedx.org/docs/1.6/json/):

- every ``bom-ref`` is unique in the document, and every reference leads to one (or is a BOM-Link, ``urn:cdx:…``);
- ``modelCard``, ``data`` and ``cryptoProperties`` "MUST NOT be specified for other component types";
- a purl is one of https://github.com/package-url/purl-spec; an endpoint is an address and no template;
- the serial number is a UUID of RFC 4122.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterator
from typing import Any

from aigov.schema import Violation

Path = tuple[str | int, ...]

_BOM_LINK = "urn:cdx:"
_ONLY_FOR = {
    "modelCard": "machine-learning-model",
    "data": "data",
    "cryptoProperties": "cryptographic-asset",
}
_REFERENCE_LISTS = (
    ("dependencies", ("ref",), ("dependsOn", "provides")),
    ("compositions", (), ("assemblies", "dependencies", "vulnerabilities")),
    ("annotations", (), ("subjects",)),
    ("citations", ("attributedTo", "process"), ()),
)
"""Top-level array, its keys that hold one reference, its keys that hold several."""
_TEMPLATE = re.compile(r"[{}<>]|\$\(|%7B|%7D", re.IGNORECASE)


def check_references(bom: dict[str, Any]) -> list[Violation]:
    """Every rule above that ``bom`` breaks, in the order of the document; empty when it breaks none.

    :param bom: a document that is valid under its schema.
    """
    found: list[Violation] = []
    refs: Counter[str] = Counter()
    for path, node in _walk(bom):
        if isinstance(ref := node.get("bom-ref"), str):
            refs[ref] += 1
            if refs[ref] == 2:
                found.append(Violation(path=(*path, "bom-ref"), message=f"bom-ref {ref!r} is used more than once"))
    for path, component in _components(bom):
        found += _check_component(path, component)
    for path, service in _services(bom, ()):
        found += _check_endpoints(path, service)
    for path, reference in _references(bom):
        if reference not in refs and not reference.startswith(_BOM_LINK):
            found.append(Violation(path=path, message=f"no bom-ref {reference!r} in this document"))
    found += _check_graph(bom)
    found += _check_pointers(bom)
    found += _check_serial_number(bom)
    return found


def _walk(node: Any, path: Path = ()) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every object of the document, parents first."""
    stack: list[tuple[Path, Any]] = [(path, node)]
    while stack:
        path, node = stack.pop()
        if isinstance(node, dict):
            yield path, node
            stack.extend(((*path, key), value) for key, value in reversed(node.items()))
        elif isinstance(node, list):
            stack.extend(((*path, index), value) for index, value in reversed(list(enumerate(node))))


def _components(bom: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every component: they nest in components, in metadata, in tools, in pedigrees and in formulas."""
    for path, node in _walk(bom):
        listed = len(path) > 1 and path[-2] in ("components", "ancestors", "descendants", "variants")
        if listed or path == ("metadata", "component"):
            yield path, node


def _services(parent: dict[str, Any], path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for index, service in enumerate(parent.get("services", ())):
        here = (*path, "services", index)
        yield here, service
        yield from _services(service, here)


def _check_component(path: Path, component: dict[str, Any]) -> Iterator[Violation]:
    for key, owner in _ONLY_FOR.items():
        if key in component and component.get("type") != owner:
            yield Violation(
                path=(*path, key), message=f"{key} belongs on a {owner} only, this is a {component.get('type')}"
            )
    if "purl" in component and (fault := _fault_of_purl(component["purl"])):
        yield Violation(path=(*path, "purl"), message=f"{component['purl']!r} is no package URL: {fault}")


def _fault_of_purl(purl: str) -> str | None:
    from packageurl import PackageURL

    try:
        PackageURL.from_string(purl)
    except ValueError as error:
        return str(error)
    return None


def _check_endpoints(path: Path, service: dict[str, Any]) -> Iterator[Violation]:
    for index, endpoint in enumerate(service.get("endpoints", ())):
        if _TEMPLATE.search(endpoint):
            yield Violation(
                path=(*path, "endpoints", index), message=f"{endpoint!r} is a template, nobody can resolve it"
            )


def _references(bom: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    for array, singles, lists in _REFERENCE_LISTS:
        for index, item in enumerate(bom.get(array, ())):
            for key in singles:
                if key in item:
                    yield (array, index, key), item[key]
            for key in lists:
                for position, reference in enumerate(item.get(key, ())):
                    yield (array, index, key, position), reference
    for index, vulnerability in enumerate(bom.get("vulnerabilities", ())):
        for position, target in enumerate(vulnerability.get("affects", ())):
            yield ("vulnerabilities", index, "affects", position, "ref"), target["ref"]
    for path, component in _components(bom):
        datasets = component.get("modelCard", {}).get("modelParameters", {}).get("datasets", ())
        for index, dataset in enumerate(datasets):
            if "ref" in dataset:
                yield (*path, "modelCard", "modelParameters", "datasets", index, "ref"), dataset["ref"]


def _check_graph(bom: dict[str, Any]) -> Iterator[Violation]:
    seen: set[str] = set()
    for index, dependency in enumerate(bom.get("dependencies", ())):
        ref = dependency["ref"]
        if ref in seen:
            yield Violation(
                path=("dependencies", index, "ref"), message=f"the dependencies of {ref!r} are given more than once"
            )
        seen.add(ref)
        if ref in (targets := dependency.get("dependsOn", [])):
            path = ("dependencies", index, "dependsOn", targets.index(ref))
            yield Violation(path=path, message=f"{ref!r} depends on itself")


def _check_pointers(bom: dict[str, Any]) -> Iterator[Violation]:
    for index, citation in enumerate(bom.get("citations", ())):
        for position, pointer in enumerate(citation.get("pointers", ())):
            if not _resolves(bom, pointer):
                yield Violation(
                    path=("citations", index, "pointers", position), message=f"{pointer!r} points at nothing"
                )


def _resolves(document: Any, pointer: str) -> bool:
    """Whether an RFC 6901 pointer leads to a value."""
    if pointer and not pointer.startswith("/"):
        return False
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(document, dict) and key in document:
            document = document[key]
        elif isinstance(document, list) and key.isdecimal() and int(key) < len(document):
            document = document[int(key)]
        else:
            return False
    return True


def _check_serial_number(bom: dict[str, Any]) -> Iterator[Violation]:
    serial = bom.get("serialNumber")
    if serial is None:
        return
    if uuid.UUID(serial).version is None:  # the schema sees to the form; other variants and nil have no version
        yield Violation(path=("serialNumber",), message=f"{serial!r} is no urn:uuid of RFC 4122")
