"""Container files, compose files, cluster manifests and CI workflows: images, variables, what their scripts install."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigov.model import How, ModelUse, Scope, Use
from aigov.scan.facts.manifests.commands import Fetched, image_of, installed_by
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.variables import Variable, merge, read_variables
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document, Findings
from aigov.scan.scopes import scope_of

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

DOCKERFILE_KIND = "dockerfile"
YAML_KIND = "deployment"

_DOCKERFILE = re.compile(r"(?:.*[./-])?(?:docker|container)file(?:[.-][\w.-]+)?|.*\.dockerfile", re.IGNORECASE)
_DEPLOYMENT = re.compile(
    r"(?:.*/)?(?:(?:docker-)?compose[\w.-]*|\.gitlab-ci|azure-pipelines[\w.-]*|bitbucket-pipelines|cloudbuild|render|serverless"
    r"|skaffold|docker-stack)\.ya?ml"
    r"|(?:.*/)?\.github/(?:workflows|actions)/.+\.ya?ml|(?:.*/)?action\.ya?ml|(?:.*/)?\.circleci/.+\.ya?ml"
    r"|(?:.*/)?(?:k8s|kubernetes|kustomize|helm|charts?|manifests|deploy|deployment|deployments|overlays)/.+\.ya?ml",
    re.IGNORECASE,
)
_PAIR = re.compile(r"""([A-Za-z_][\w.]*)=("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']*)""")
_PULL = re.compile(r"\bollama\s+(?:pull|run)\s+([A-Za-z0-9][\w./:-]*)")
_VARIABLE_TABLES = frozenset(("env", "environment", "variables", "env_variables", "env_vars", "envvars"))


def wants_dockerfile(path: str) -> bool:
    """``Dockerfile``, ``Containerfile``, ``api.Dockerfile``, ``Dockerfile.dev``."""
    name = path.rpartition("/")[2]
    return _DOCKERFILE.fullmatch(name) is not None and not name.endswith((".dockerignore", ".md", ".py", ".ts", ".js"))


def wants_yaml(path: str) -> bool:
    """Compose files, CI workflows, and YAML in folders that clusters are deployed from."""
    return _DEPLOYMENT.fullmatch(path) is not None


def read_dockerfile(document: Document, catalogue: Catalogue) -> Findings:
    """Images of ``FROM`` and ``COPY --from``, names and values of ``ENV`` and ``ARG``, packages of ``RUN``."""
    scope = manifest_scope(document.path)
    arguments: dict[str, str] = {}
    variables: list[Variable] = []
    stages: set[str] = set()
    rows = _Rows(document.path, "container", scope, catalogue)
    for line, instruction, rest in _instructions(document.data.decode("utf-8", "replace")):
        if instruction == "FROM":
            words = [word for word in rest.split() if not word.startswith("--")]
            if words and words[0] not in stages:
                rows.image(_substitute(words[0], arguments), line)
            if len(words) > 2 and words[1].lower() == "as":
                stages.add(words[2])
        elif instruction in ("ENV", "ARG"):
            for name, value in _assignments(rest):
                arguments.setdefault(name, value)
                variables.append(Variable(name=name, value=value, line=line))
        elif instruction == "COPY" and (found := re.search(r"--from=(\S+)", rest)) and found[1] not in stages:
            rows.image(_substitute(found[1], arguments), line)
        elif instruction in ("RUN", "CMD", "ENTRYPOINT"):
            rows.script(rest, line)
    return merge(
        [rows.findings(), read_variables(document.path, variables, how="container", scope=scope, catalogue=catalogue)]
    )


def read_yaml(document: Document, catalogue: Catalogue) -> Findings:
    """Images, variables, actions and scripts, wherever in the document they stand.

    :raises SyntaxFault: not YAML. Templates of a chart are not, and are passed over.
    """
    text = document.data.decode("utf-8", "replace")
    if not document.candidate and " install" not in text and " add " not in text:
        return Findings()  # no image, variable or model id that the catalogue knows, and no package fetched
    if "{{" in text and re.search(r"(?:^|/)(?:templates|charts?|helm)/", document.path):
        return Findings()
    is_pipeline = _is_pipeline(document.path)
    scope: Scope = scope_of(document.path) if is_pipeline else manifest_scope(document.path)
    how: How = "env" if is_pipeline else "container"
    rows = _Rows(document.path, "container", scope, catalogue)
    variables: list[Variable] = []
    for root in parse_yaml(text):
        for node in root.members("models").values():
            rows.runner_model(node)
        stack: list[Node] = [root]
        while stack:
            node = stack.pop()
            stack.extend(node.elements())
            for key, member in node.members().items():
                stack.append(member)
                if key in _VARIABLE_TABLES:
                    variables.extend(_table_variables(member))
                elif key == "image":
                    rows.image_node(member)
                elif key == "uses" and member.text():
                    rows.action(member.text() or "", member.line)
                elif key in ("run", "script", "command", "args", "before_script", "entrypoint"):
                    rows.script(_script(member), member.line)
    return merge([rows.findings(), read_variables(document.path, variables, how=how, scope=scope, catalogue=catalogue)])


def _is_pipeline(path: str) -> bool:
    return scope_of(path) == "build" or path.rpartition("/")[2] in ("action.yml", "action.yaml")


class _Rows:
    """Collects the findings of one file."""

    def __init__(self, path: str, how: How, scope: Scope, catalogue: Catalogue) -> None:
        self._path, self._how, self._scope, self._catalogue = path, how, scope, catalogue
        self._uses: list[Use] = []
        self._models: list[ModelUse] = []

    def findings(self) -> Findings:
        """What was collected."""
        return Findings(uses=tuple(self._uses), models=tuple(self._models))

    def image(self, reference: str, line: int) -> None:
        """Note a container image."""
        found = image_of(reference)
        entry = self._catalogue.image(found.image) if found is not None and found.image else None
        if found is not None and entry is not None:
            self._use(entry.id, line, reference.partition("@")[0], found)

    def image_node(self, node: Node) -> None:
        """Note the image of a service: a reference, or the repository and tag of a chart's values."""
        repository = node.text("repository")
        if repository:
            registry, tag = node.text("registry"), node.text("tag")
            reference = f"{registry}/{repository}" if registry else repository
            self.image(f"{reference}:{tag}" if tag else reference, node.line)
        elif node.text() or node.text("name"):
            self.image(_defaults(node.text() or node.text("name") or ""), node.line)

    def action(self, reference: str, line: int) -> None:
        """Note a GitHub action (``owner/name@ref``) or the image of one."""
        if reference.startswith("docker://"):
            self.image(reference.removeprefix("docker://"), line)
            return
        name, _, version = reference.partition("@")
        parts = name.split("/")
        if len(parts) < 2 or name.startswith("."):
            return
        purl = f"pkg:github/{parts[0]}/{parts[1]}".lower()
        fetched = Fetched(purl=purl, version=version or None, pinned="no")
        for entry in self._catalogue.package(purl):
            self._use(entry.id, line, name, fetched)

    def script(self, text: str, line: int) -> None:
        """Note packages that a script installs and models that it pulls. The line is that of the instruction."""
        for found in installed_by(text):
            for entry in self._catalogue.package(found.purl):
                self._use(entry.id, line, None, found)
        ollama = self._catalogue.get("ollama")
        for pulled in _PULL.finditer(text) if ollama else ():
            self._model("ollama", pulled[1], line)
            self._use("ollama", line, "ollama", None)

    def runner_model(self, node: Node) -> None:
        """Note a model of a compose file's own ``models`` table (Docker Model Runner)."""
        model = node.get("model")
        if model is not None and model.text() and self._catalogue.get("docker-model-runner"):
            self._model("docker-model-runner", model.text() or "", model.line)
            self._use("docker-model-runner", model.line, None, None)

    def _model(self, provider: str, model: str, line: int) -> None:
        self._models.append(
            ModelUse(
                file=self._path,
                line=line,
                model=model,
                provider=provider,
                how=self._how,
                scope=self._scope,
                publisher=self._catalogue.publisher(provider, model),
                pinned=self._catalogue.pinned(provider, model),
            )
        )

    def _use(self, name: str, line: int, symbol: str | None, fetched: Fetched | None) -> None:
        self._uses.append(
            Use(
                file=self._path,
                line=line,
                name=name,
                kind=self._catalogue.entries[name].kind,
                how=self._how,
                scope=self._scope,
                symbol=symbol,
                package=fetched.purl if fetched else None,
                version=fetched.version if fetched else None,
            )
        )


def _instructions(text: str) -> Iterator[tuple[int, str, str]]:
    """(line, instruction, rest) of a container file; continued lines are joined, comments dropped."""
    start, joined = 0, ""
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        start = start if joined else number
        continues = line.endswith("\\")
        joined += (line[:-1] if continues else line) + " "
        if not continues:
            instruction, _, rest = joined.strip().partition(" ")
            yield start, instruction.upper(), rest.strip()
            joined = ""


def _assignments(rest: str) -> list[tuple[str, str]]:
    found = [(match[1], match[2].strip("\"'")) for match in _PAIR.finditer(rest)]
    if found:
        return found
    name, _, value = rest.partition(" ")
    return [(name, value.strip().strip("\"'"))]


def _substitute(text: str, arguments: dict[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        return arguments.get(match[1] or match[3]) or match[2] or ""

    return re.sub(r"\$\{(\w+)(?::-([^}]*))?\}|\$(\w+)", value, text)


def _defaults(text: str) -> str:
    return _substitute(text, {})


def _table_variables(node: Node) -> Iterator[Variable]:
    """Variables of a mapping, of ``NAME=value`` strings, or of Kubernetes' name and value pairs."""
    for name, member in node.members().items():
        yield Variable(name=name, value=str(member.value) if isinstance(member.value, str) else "", line=member.line)
    for item in node.elements():
        if isinstance(item.value, str):
            name, _, value = item.value.partition("=")
            yield Variable(name=name.strip(), value=value.strip(), line=item.line)
        elif stated := item.text("name"):
            yield Variable(name=stated, value=item.text("value") or "", line=item.line)


def _script(node: Node) -> str:
    if isinstance(node.value, str):
        return node.value
    return " ".join(item.value for item in node.elements() if isinstance(item.value, str))
