"""Read the templates of a tree together: modules, parameter files and the files of one folder speak of one another."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from aigov.model import Problem
from aigov.scan.facts.infra import arm, bicep, cloudformation, hcl, hcl_json, pulumi
from aigov.scan.facts.infra.agents import AgentReader
from aigov.scan.facts.infra.clusters import ClusterReader
from aigov.scan.facts.infra.detect import Detector
from aigov.scan.facts.infra.names import TERRAFORM, TERRAFORM_JSON, is_pulumi, is_variables
from aigov.scan.facts.infra.program import Caller, Program
from aigov.scan.facts.infra.strings import Strings
from aigov.scan.facts.infra.values import At, Module, Table, Unit
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node, SyntaxFault
from aigov.scan.facts.manifests.records import bad_manifest, faulty
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

_CHAIN = 6
"""Modules between one that deploys AI and the one that says which."""


def read(documents: Iterable[Document], catalogue: Catalogue) -> Findings:
    """Findings of all templates of a tree. Those that no catalogue token leads to are not parsed."""
    tree = _Tree()
    for document in _needed(list(documents)):
        tree.add(document)
    tree.link()
    program = Program({key: tuple(callers) for key, callers in tree.callers.items()})
    detector = Detector(program, catalogue)
    units = [unit for _, unit in sorted(tree.units.items())]
    for unit in units:
        detector.unit(unit)
    clusters = ClusterReader(program, detector, catalogue)
    for unit in units:
        clusters.unit(unit)
    strings = Strings(program, detector, catalogue)
    deployed = AgentReader(program)
    for unit in units:
        strings.unit(unit)
        deployed.unit(unit)
    found = detector.rows.findings()
    agents, tools = deployed.findings()
    return Findings(
        uses=found.uses,
        models=found.models,
        endpoints=found.endpoints,
        unresolved=found.unresolved,
        agents=agents,
        tools=tools,
        problems=tuple(tree.problems),
    )


def _needed(documents: list[Document]) -> list[Document]:
    """Documents that hold a token, the others of their folders, and those that may call one of them as a module."""
    units: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        units[_unit_key(document.path)].append(document)
    needed = {key for key, files in units.items() if any(file.candidate or is_pulumi(file) for file in files)}
    names = {_name(key) for key in needed}
    for _ in range(_CHAIN if needed else 0):
        more = {
            key
            for key, files in units.items()
            if key not in needed and any(name in file.data for file in files for name in names)
        }
        if not more:
            break
        needed |= more
        names = {_name(key) for key in more}
    return [file for key in sorted(needed) for file in units[key]]


def _unit_key(path: str) -> str:
    """What is read together: a folder of Terraform, any other file by itself."""
    return posixpath.dirname(path) if path.endswith(TERRAFORM) or is_variables(path) else path


def _name(key: str) -> bytes:
    return (
        f"/{posixpath.basename(key)}".encode() if not posixpath.splitext(key)[1] else posixpath.basename(key).encode()
    )


class _Tree:
    """All units, and who uses whom."""

    def __init__(self) -> None:
        self.units: dict[str, Unit] = {}
        self.callers: dict[str, list[Caller]] = defaultdict(list)
        self.problems: list[Problem] = []
        self._given: list[tuple[Unit, str | None, Table]] = []
        """Parameter files: their unit, the template that they name, and the values."""

    def add(self, document: Document) -> None:
        """Parse one document."""
        path = document.path
        try:
            error = self._add(path, document.data)
        except SyntaxFault as fault:
            self.problems.append(faulty(path, fault))
            return
        if error is not None:
            self.problems.append(bad_manifest(path, "a part of it could not be read", error))

    def _add(self, path: str, data: bytes) -> int | None:
        if path.endswith(TERRAFORM):
            folder = posixpath.dirname(path)
            unit = self.units.setdefault(folder, Unit(key=folder, dialect="terraform"))
            if path.endswith(TERRAFORM_JSON):
                hcl_json.read_terraform(path, parse_json(data.decode("utf-8", "replace")), unit)
                return None
            return hcl.read_terraform(path, data, unit)
        if is_variables(path):
            if path.endswith(".json"):
                table = hcl_json.read_assignments(path, parse_json(data.decode("utf-8", "replace")))
                error = None
            else:
                table, error = hcl.read_assignments(path, data)
            unit = Unit(key=path, dialect="terraform", settings=[table])
            self.units[path] = unit
            self._given.append((unit, None, table))
            return error
        if path.endswith(".bicep"):
            self.units[path], error = bicep.read_bicep(path, data)
            return error
        if path.endswith(".bicepparam"):
            unit, using, table, error = bicep.read_parameters(path, data)
            self.units[path] = unit
            self._given.append((unit, posixpath.normpath(posixpath.join(posixpath.dirname(path), using or "")), table))
            return error
        text = data.decode("utf-8", "replace")
        if path.endswith((".yaml", ".yml")) or text.lstrip()[:1] != "{":
            roots = parse_yaml(text, functions=True)
        else:
            roots = [parse_json(text)]
        for root in roots:
            self._structured(path, root)
        return None

    def _structured(self, path: str, root: Node) -> None:
        if arm.is_template(root):
            if not arm.is_compiled(root) or posixpath.splitext(path)[0] + ".bicep" not in self.units:
                self._put(arm.read_arm(path, root))
        elif arm.is_parameters(root):
            unit, table = arm.read_arm_parameters(path, root)
            self.units[path] = unit
            self._given.append((unit, None, table))
        elif cloudformation.is_template(root):
            self._put(cloudformation.read_cloudformation(path, root))
        elif cloudformation.is_serverless(root):
            self._put(cloudformation.read_serverless(path, root))
        elif pulumi.is_program(root):
            self._put(pulumi.read_pulumi(path, root))

    def _put(self, unit: Unit) -> None:
        self.units[unit.key] = unit
        for nested in unit.nested:
            self._put(nested)

    def link(self) -> None:
        """Find the unit that each module and each parameter file means."""
        for key in sorted(self.units):
            unit = self.units[key]
            for module in unit.modules:
                target = self._target(unit, module.source)
                if target in self.units:
                    self.callers[target].append(Caller(module=module, unit=unit))
        for unit, using, table in self._given:
            owner = using if using in self.units else self._owner(unit.key, table)
            if owner is not None:
                module = Module(name=unit.key, source="", at=At(unit.key, 1), arguments=table)
                self.callers[owner].append(Caller(module=module, unit=unit, sets=True))

    @staticmethod
    def _target(unit: Unit, source: str) -> str:
        if source.startswith("#"):
            return unit.key + source
        folder = unit.key if unit.dialect == "terraform" else posixpath.dirname(unit.key)
        path = posixpath.normpath(posixpath.join(folder, source))
        return "" if path == "." else path

    def _owner(self, path: str, table: Table) -> str | None:
        """The template that a parameter file is for: the nearest that knows its names."""
        names = {item.key for item in table.items}
        stem = posixpath.basename(path).partition(".")[0]
        folder = posixpath.dirname(path)
        for _ in range(_CHAIN):
            known = [
                (key, unit)
                for key, unit in sorted(self.units.items())
                if names & unit.parameters.keys()
                and (key == folder if unit.dialect == "terraform" else posixpath.dirname(key) == folder)
                and key != path
            ]
            if known:
                same = [key for key, _ in known if posixpath.basename(key).partition(".")[0] == stem]
                return same[0] if same else max(known, key=lambda pair: len(names & pair[1].parameters.keys()))[0]
            if not folder:
                break
            folder = posixpath.dirname(folder)
        return None
