"""YAML that describes what runs: compose files, cluster manifests, charts and their values."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from aigov.catalogue.infrastructure import ResourceRules
from aigov.model import Scope
from aigov.scan.facts.manifests.charts import chart_entries
from aigov.scan.facts.manifests.cluster import NOT_RUN, Cluster, without_disabled
from aigov.scan.facts.manifests.container_rows import MODEL_KEYS, SHELL_OPTIONS, ContainerRows
from aigov.scan.facts.manifests.nodes import Node, SyntaxFault
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.settings import read_trees
from aigov.scan.facts.manifests.variables import Variable, merge, read_variables
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

KIND = "deployment"

_DEPLOYMENT = re.compile(
    r"""(?:.*/)?(?:(?:docker-)?compose[\w.-]*|render|skaffold|docker-stack|helmfile[\w.-]*|[\w.-]*values[\w.-]*|chart|kustomization|manifest)\.ya?ml|(?:.*/)?chart\.lock
      |(?:.*/)?(?:k8s|kubernetes|kustomize|helm|charts?|manifests|deploy|deployment|deployments|overlays|copilot)/.+\.ya?ml
      |(?:.*/)?templates/.+\.tpl""",
    re.IGNORECASE | re.VERBOSE,
)
_CLUSTER = re.compile(rb"^apiVersion:.*^kind:|^kind:.*^apiVersion:", re.MULTILINE | re.DOTALL)
_VARIABLE_TABLES = frozenset(
    """env environment variables env_variables env_vars envvars extraenv extraenvs extraenvvars extraenvvar
    extraenvironment environmentvariables environmentvars containerenv""".split()  # noqa: SIM905 - a word list
)
"""In lower case."""
_VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_READ_ELSEWHERE = frozenset(
    (*_VARIABLE_TABLES, "run", "script", "command", "args", "extraEnvVars", "extraEnv", "envVars")
)
"""What of a chart's values is read as a container's, not as settings."""
_COMMANDS = frozenset(("run", "script", "command", "args", "entrypoint", "extraArgs"))
_VALUES = re.compile(r"(?:.*/)?[\w.-]*values[\w.-]*\.ya?ml", re.IGNORECASE)
_DEPLOYED = frozenset(("apiVersion", "kind", "services", "resources", "dependencies", "releases", "repositories"))
_SET_UP = frozenset(
    ("enabled", "image", "replicaCount", "resources", "service", "persistence", "nodeSelector", "secret", "secrets")
)
"""What the values of a chart say of a chart that it depends on."""
_PARTS = frozenset(("model-host", "vector-db", "eval"))
_CHART = re.compile(r"[\w.-]+")
_ACTION = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}")
_DEFAULT = re.compile(r"default\s+\"([^\"]*)\"")
_LINE = re.compile(r"""\s*(?:-\s+)?["']?([\w.-]+)["']?:\s*["']?([^"'#]*?)["']?\s*(?:#.*)?$""")
_TEMPLATED = re.compile(r"(?:^|/)(?:templates|charts?|helm)/|\.tpl$")


def wants(path: str) -> bool:
    """Compose files, charts, and YAML in folders that clusters are deployed from."""
    return _DEPLOYMENT.fullmatch(path) is not None


def claims(document: Document) -> bool:
    """Whether a YAML document is a cluster's, wherever it stands."""
    return document.path.endswith((".yaml", ".yml")) and _CLUSTER.search(document.data[:20_000]) is not None


def read(document: Document, catalogue: Catalogue) -> Findings:
    """Images, variables, commands, charts and custom resources, wherever in the document they stand. Of the
    templates of a chart what stands in them as it is; their values are a file of its own.

    :raises SyntaxFault: not YAML.
    """
    text = document.data.decode("utf-8", "replace")
    parts = _VALUES.fullmatch(document.path) is not None and _part_names(catalogue).search(text) is not None
    if not (document.candidate or parts or " install" in text or " add " in text):
        return Findings()  # no image, variable or model id that the catalogue knows, and no package fetched
    walker = _Walker(document.path, manifest_scope(document.path), catalogue)
    if "{{" in text and _TEMPLATED.search(document.path):
        text = _rendered(text)
        try:
            roots = parse_yaml(text)
        except SyntaxFault:
            roots = []
            walker.lines(text)
    else:
        roots = parse_yaml(text)
    for root in roots:
        walker.document(root)
        if parts:
            walker.parts(root)
    if not document.candidate or not (_VALUES.fullmatch(document.path) or _is_settings(document.path, roots)):
        return walker.findings()
    # Charts pass on what their values say, so that these name vendors as any settings do.
    said = [without_disabled(root) for root in roots]
    settings = read_trees(document.path, said, catalogue, how="container", scope=walker.scope, apart=_READ_ELSEWHERE)
    found = walker.findings()
    hosts = {use.name for use in found.uses if use.kind == "model-host"}
    if hosts:
        # The server that the chart runs serves the models, not who publishes them: "mistralai/Mistral-7B-v0.3".
        told = tuple(use for use in settings.uses if "/" not in (use.symbol or ""))
        known = {model.model for model in found.models}
        served = (m for m in settings.models if len(hosts) == 1 and not any(m.model in one for one in known))
        models = tuple(replace(m, provider=min(hosts)) if "/" in m.model else m for m in served)
        settings = replace(settings, uses=told, models=models)
    return merge([found, settings])


def _is_settings(path: str, roots: list[Node]) -> bool:
    """Whether a file in a folder of deployments is a program's own settings: nothing that a cluster, Compose or Helm
    knows."""
    inside = path.rpartition("/")[0].split("/")
    plain = {"templates", "charts", "manifests", "overlays", "kustomize"}.isdisjoint(inside)
    return plain and all(_DEPLOYED.isdisjoint(root.members()) for root in roots)


@lru_cache(maxsize=4)
def _part_names(catalogue: Catalogue) -> re.Pattern[str]:
    names = (entry.id for entry in catalogue.entries.values() if entry.kind in _PARTS)
    return re.compile(rf"^(?:{'|'.join(map(re.escape, sorted(names)))}):", re.MULTILINE)


def _rendered(text: str) -> str:
    """A template of a chart without its actions: a line of nothing else is empty, a hole is its default or a word."""
    lines = []
    for line in text.splitlines():
        bare = _ACTION.sub("", line).strip()
        if "{{" in line and bare in ("", "-"):
            lines.append("")
        else:
            lines.append(_ACTION.sub(_hole, line))
    return "\n".join(lines)


def _hole(match: re.Match[str]) -> str:
    default = _DEFAULT.search(match[1])
    return default[1] if default else "_" + re.sub(r"[^\w.]+", "_", match[1]) + "_"


class _Walker:
    """Walks the documents of one file."""

    def __init__(self, path: str, scope: Scope, catalogue: Catalogue) -> None:
        self._path, self.scope, self._catalogue = path, scope, catalogue
        self._rows = ContainerRows(path, "container", scope, catalogue)
        self._rules = ResourceRules(catalogue.entries.values())
        self._variables: list[Variable] = []
        self._built: dict[int, str] = {}
        """By the line of a variable the folder that the service is built from, as compose files say it."""
        name = path.rpartition("/")[2].lower()
        self._is_chart = name in ("chart.yaml", "chart.yml", "chart.lock", "requirements.yaml")
        self._is_kustomization = name.startswith("kustomization.")
        self._cluster = Cluster(self._rows, path, scope, catalogue)

    def findings(self) -> Findings:
        """What was collected."""
        named = read_variables(
            self._path, self._variables, how="container", scope=self.scope, catalogue=self._catalogue
        )
        switches = tuple(replace(row, serves=self._built.get(row.line)) for row in named.switches)
        return merge([self._rows.findings(), replace(named, switches=switches), *self._cluster.files])

    def document(self, root: Node) -> None:
        """Everything that one document says."""
        for node in root.members("models").values():
            self._rows.runner_model(node)
        kind, version = root.text("kind"), root.text("apiVersion")
        if kind and version:
            self._custom(root, version, kind)
            self._cluster.document(root, kind)
        stack: list[tuple[Node, Entry | None]] = [(root, None)]
        while stack:
            node, served = stack.pop()
            stack.extend((element, served) for element in node.elements())
            members = node.members()
            if node.value.__class__ is str:
                self._cluster.text(node)
            if "build" in members:
                self._building(node)
            served = self._served(node, served)
            self._handed_to_shell(members)
            for key, member in members.items():
                if key in NOT_RUN:
                    continue
                inner = self._catalogue.get(key.lower()) if member.members() else None
                stack.append((member, inner if inner is not None and inner.kind == "model-host" else served))
                self._member(key, member, served)
            self._charts(node)

    def _handed_to_shell(self, members: Mapping[str, Node]) -> None:
        """``command: [sh, -c]`` with the script as the first of ``args``."""
        words = members["command"].elements() if "command" in members and "args" in members else []
        script = next(iter(members["args"].elements()), None) if words and words[-1].text() in SHELL_OPTIONS else None
        if script is not None and (text := script.text()):
            self._rows.script(text, script.line + ("\n" in text))

    def parts(self, values: Node) -> None:
        """The servers and stores that the values of a chart set up under their names: ``vllm: {enabled: true}``."""
        told = {use.name for use in self._rows.findings().uses}  # an image tells its version, too
        for key, member in values.members().items():
            entry, members = self._catalogue.get(key), member.members()
            on = "enabled" not in members or str(members["enabled"].value).lower() != "false"
            if entry is None or entry.kind not in _PARTS or entry.id in told:
                continue
            if on and not _SET_UP.isdisjoint(members):
                self._rows.use(entry, member.line, key)

    def _building(self, node: Node) -> None:
        """``build: ./api`` or ``build: {context: ./api}`` (https://docs.docker.com/reference/compose-file/build/)."""
        context = node.text("build") or node.text("build", "context")
        table = next((t for key in _VARIABLE_TABLES if (t := node.get(key)) is not None), None)
        if context is None or table is None or "$" in context or "://" in context:
            return
        folder = posixpath.normpath(posixpath.join(posixpath.dirname(self._path), context))
        if folder.startswith(".."):
            return
        for variable in _pairs(table):
            self._built[variable.line] = "" if folder == "." else folder

    def _served(self, node: Node, served: Entry | None) -> Entry | None:
        """Who serves models within a mapping: the one whose image it runs."""
        image = node.get("image")
        entry = self._rows.image_node(image) if image is not None else None
        if entry is None and node.text("repository"):
            entry = self._rows.image_node(node)
        return entry if entry is not None and entry.kind in ("model-host", "provider") else served

    def _member(self, key: str, member: Node, served: Entry | None) -> None:
        if key.lower() in _VARIABLE_TABLES:
            self._table(member, served)
        elif key in ("data", "stringData", "literals"):
            self._variables += [v for v in _pairs(member) if _VARIABLE.fullmatch(v.name)]
            self._cluster.data(member)
        elif key in _COMMANDS:
            self._command(member, served)
        elif key == "images" and self._is_kustomization:
            for item in member.elements():
                self._rows.image(item.text("newName") or item.text("name") or "", item.line)
        elif key == "provider" and member.text("type") == "model":
            options = member.get("options")
            if options is not None:
                self._rows.runner_model(options)
        elif _VARIABLE.fullmatch(key) and self._catalogue.env(key) is not None:
            value = member.text() or ""
            self._variables.append(Variable(name=key, value=value, line=member.line))
        elif served is not None and MODEL_KEYS.fullmatch(key):
            for item in (member, *member.elements()):
                if text := item.text() or item.text("name"):
                    self._rows.model(served, text, item.line)
        elif (text := member.text()) and _VARIABLE.fullmatch(text) and (entry := self._catalogue.env(text)) is not None:
            self._rows.use(entry, member.line, text)

    def _table(self, member: Node, served: Entry | None) -> None:
        for variable in _pairs(member):
            self._variables.append(variable)
            known = self._catalogue.env(variable.name)
            if served is not None and known is None and MODEL_KEYS.fullmatch(variable.name) and variable.value:
                self._rows.model(served, variable.value, variable.line, variable.name)

    def _command(self, member: Node, served: Entry | None) -> None:
        if text := member.text():
            # A block of text begins below its key.
            self._rows.script(text, member.line + 1 if "\n" in text else member.line)
            if served is not None:
                self._rows.command(text.split(), member.line, served)
            return
        items = [item for item in member.elements() if isinstance(item.value, str)]
        scripts = [item for item in items if "\n" in (item.text() or "")]
        if scripts and served is None:
            for item in scripts:
                self._rows.script(item.text() or "", item.line + 1)
        elif (
            any(" " in (item.text() or "").strip() and "\n" not in (item.text() or "") for item in items)
            and served is None
        ):
            for item in items:
                self._rows.script(item.text() or "", item.line)
        elif items:
            self._rows.command([item.text() or "" for item in items], items[0].line, served)

    def _custom(self, root: Node, version: str, kind: str) -> None:
        group = version.rpartition("/")[0]
        for entry, rule in self._rules.of(f"{group}/{kind}") if group else ():
            node = root.get("kind")
            self._rows.use(entry, node.line if node is not None else root.line, f"{group}/{kind}")
            for path in rule.model_args:
                for found in _below(root, path.split(".")):
                    if text := found.text():
                        self._rows.model(entry, text, found.line)

    def _charts(self, node: Node) -> None:
        """Charts that a chart depends on, or that a release of Argo CD, Flux or helmfile installs."""
        names: list[tuple[str, int]] = []
        chart = node.get("chart")
        if chart is not None and (spelled := chart.text()):
            known = any(node.get(key) is not None for key in ("repoURL", "sourceRef", "version"))
            names += [(spelled, chart.line)] if known or "helmfile" in self._path else []
        if self._is_chart:
            for item in node.elements("dependencies"):
                if named := item.text("name"):
                    names.append((named, item.line))
        for item in node.elements("helmCharts") if self._is_kustomization else ():
            names.append((item.text("name") or "", item.line))
        for spelled, line in names:
            for entry in chart_entries(self._catalogue, spelled):
                self._rows.use(entry, line, spelled)

    def lines(self, text: str) -> None:
        """What single lines say, of a template that is no YAML without its values."""
        named: tuple[str, int] | None = None
        for number, line in enumerate(text.splitlines(), 1):
            found = _LINE.match(line)
            if found is None:
                continue
            key, value = found[1], found[2]
            if key == "image":
                self._rows.image(value, number)
            elif key == "name" and _VARIABLE.fullmatch(value):
                named = value, number
                self._variables.append(Variable(name=value, value="", line=number))
            elif key == "value" and named is not None:
                self._variables.append(Variable(name=named[0], value=value, line=named[1]))
                named = None
            elif _VARIABLE.fullmatch(key):
                self._variables.append(Variable(name=key, value=value, line=number))


def _below(node: Node, path: list[str]) -> Iterator[Node]:
    if not path:
        yield node
        return
    for element in node.elements():
        yield from _below(element, path)
    inner = node.get(path[0])
    if inner is not None:
        yield from _below(inner, path[1:])


def _pairs(node: Node) -> Iterator[Variable]:
    """Variables of a mapping, of ``NAME=value`` strings, or of Kubernetes' name and value pairs."""
    for name, member in node.members().items():
        yield Variable(name=name, value=str(member.value) if isinstance(member.value, str) else "", line=member.line)
    for item in node.elements():
        if isinstance(item.value, str):
            name, _, value = item.value.partition("=")
            yield Variable(name=name.strip(), value=value.strip(), line=item.line)
        elif stated := item.text("name") or item.text("key"):
            yield Variable(name=stated, value=item.text("value") or "", line=item.line)
