"""CI and task files: the actions and images that their steps take, the scripts that they run, the variables they set.

GitHub Actions, GitLab CI, CircleCI, Azure Pipelines, Bitbucket, Cloud Build, CodeBuild, Drone, Travis, Buildkite,
Taskfile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from aigov.model import Scope, Use
from aigov.scan.facts.manifests.command_rows import CommandRows, may_use, mentions_program
from aigov.scan.facts.manifests.commands import Fetched, image_of
from aigov.scan.facts.manifests.console_script import read_batch, read_powershell
from aigov.scan.facts.manifests.images import image_entry
from aigov.scan.facts.manifests.mcp_inline import SIGN, read_inline
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.settings import read_trees
from aigov.scan.facts.manifests.settings_values import with_choices, with_defaults
from aigov.scan.facts.manifests.shell_script import Script, read_script
from aigov.scan.facts.manifests.variables import merge
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document, Findings
from aigov.scan.scopes import scope_of

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

KIND = "workflow"

_WANTED = re.compile(
    r"(?:.*/)?(?:\.gitlab-ci[\w.-]*|azure-pipelines[\w.-]*|bitbucket-pipelines|cloudbuild[\w.-]*|buildspec[\w.-]*|\.drone"
    r"|\.travis|appveyor|taskfile(?:\.dist)?|action|\.woodpecker|pipelines?/[\w.-]+)\.ya?ml"
    r"|(?:.*/)?\.(?:github/(?:workflows|actions)|gitlab(?:/ci)?|circleci|buildkite|woodpecker|azure-pipelines|azuredevops"
    r"|azdo/pipelines)/.+\.ya?ml",
    re.IGNORECASE,
)
_NAMED_PIPELINE = re.compile(r"(?:.*/)?pipelines?/[\w.-]+\.ya?ml", re.IGNORECASE)
_CI_KEYS = frozenset(
    """trigger pr stages stage jobs job steps pool resources schedules extends script image pipelines pipeline
    tasks""".split()  # noqa: SIM905 - a word list
)
_SCRIPTS = frozenset(
    """run script before_script after_script command commands bash pwsh powershell inlineScript inline cmd cmds
    args entrypoint pre_build post_build install build before_install""".split()  # noqa: SIM905 - a word list
)
_MARKS = re.compile(rb" (?:install|add) |uses:|mcpServers")
_IMAGES = frozenset(("image", "container", "docker"))
_EXPRESSION = re.compile(r"\$\{\{\s*(?:[\w-]+\.)*([A-Za-z_]\w*)\s*\}\}")
_OTHER_EXPRESSION = re.compile(r"\$\{\{.*?\}\}|\$\[.*?\]")
_MODEL_OPTION = re.compile(r"(?<![\w-])--model[\s=\"',]{1,4}(?P<model>[\w.:/@-]{2,100})")
_PARENTHESES = re.compile(r"\$\(([A-Za-z_]\w*)\)")


def wants(path: str) -> bool:
    """The files in which CI services and task runners keep their steps."""
    return _WANTED.fullmatch(path) is not None


def read(document: Document, catalogue: Catalogue) -> Findings:
    """Actions, images, scripts and variables, wherever in the document they stand.

    :raises SyntaxFault: not YAML.
    """
    data = document.data
    if not (document.candidate or _MARKS.search(data) or mentions_program(data, catalogue)):
        return Findings()
    roots = parse_yaml(data.decode("utf-8", "replace"))
    scope = scope_of(document.path)
    if _NAMED_PIPELINE.fullmatch(document.path) and not any(_CI_KEYS.intersection(root.members()) for root in roots):
        # A pipeline of data or of retrieval: what it says is what the program runs.
        return read_trees(document.path, roots, catalogue, how="config", scope=scope, apart=frozenset())
    reader = _Reader(document.path, "build" if scope == "app" else scope, catalogue)
    for root in roots:
        reader.read(root)
    if not document.candidate:
        return reader.findings()
    settings = read_trees(document.path, roots, catalogue, how="env", scope=reader.scope, apart=_SCRIPTS)
    settings = replace(
        settings,
        uses=tuple(use for use in settings.uses if use.line not in reader.answered),
        models=tuple(model for model in settings.models if model.line not in reader.answered),
    )
    return merge([reader.findings(), settings])


class _Reader:
    def __init__(self, path: str, scope: Scope, catalogue: Catalogue) -> None:
        self._file, self.scope, self._catalogue = path, scope, catalogue
        self._rows = CommandRows(path, scope, catalogue)
        self._uses: list[Use] = []
        self._servers: list[Findings] = []
        self.answered: set[int] = set()
        """Lines on which an action is given a model that it is known to serve."""

    def findings(self) -> Findings:
        return merge([self._rows.findings(), Findings(uses=tuple(self._uses)), *self._servers])

    def read(self, root: Node) -> None:
        stack = [root]
        while stack:
            node = stack.pop()
            stack.extend(node.elements())
            members = node.members()
            shell = str(members["shell"].value) if "shell" in members else ""
            for key, member in members.items():
                stack.append(member)
                if isinstance(member.value, str) and SIGN in member.value:
                    begins = member.line + ("\n" in member.value)
                    self._servers.append(read_inline(self._file, member.value, begins, self._catalogue))
                if key == "uses" and member.text():
                    served = self._action(member.text() or "", member.line)
                    model = node.get("with", "model")
                    if served is not None and model is not None:
                        self.answered.add(model.line)
                        self._rows.model(with_defaults(with_choices(model.text() or "")), model.line, served)
                    for name, given in node.members("with").items():
                        if name.endswith("args"):
                            self._arguments(given)
                elif key in _IMAGES:
                    self._images(member)
                elif key in _SCRIPTS:
                    for text, line in _scripts(member):
                        if may_use(text, self._catalogue):
                            self._rows.script(_read_script(text, line, key if key in ("pwsh", "powershell") else shell))

    def _arguments(self, given: Node) -> None:
        """Options that an action hands on to a coding assistant: ``claude_args: --model claude-opus-4-1``
        (https://github.com/anthropics/claude-code-action/blob/main/docs/configuration.md)."""
        text = with_defaults(with_choices(given.text() or ""))
        for found in _MODEL_OPTION.finditer(text):
            line = given.line + ("\n" in text) + text.count("\n", 0, found.start())
            self._rows.model(found["model"], line, None)

    def _action(self, reference: str, line: int) -> Entry | None:
        """Note a GitHub action (``owner/name@ref``) or the image of one.

        :returns: who serves the models that the action is given.
        """
        if reference.startswith("docker://"):
            self._image(reference.removeprefix("docker://"), line)
            return None
        name, _, version = reference.partition("@")
        parts = name.split("/")
        if len(parts) < 2 or name.startswith("."):
            return None
        purl = f"pkg:github/{parts[0]}/{parts[1]}".lower()
        fetched = Fetched(purl=purl, version=version or None, pinned="no")
        served = None
        for entry in self._catalogue.package(purl):
            self._use(entry.id, line, name, fetched)
            if entry.kind in ("provider", "model-host"):
                served = entry
        return served

    def _images(self, node: Node) -> None:
        for one in (node, *node.elements()):
            named = one.get("image") or one.get("name") or one
            if named.text():
                self._image(with_defaults(named.text() or ""), named.line)

    def _image(self, reference: str, line: int) -> None:
        found = image_of(reference)
        entry = image_entry(self._catalogue, found.image) if found is not None and found.image else None
        if entry is not None:
            self._use(entry.id, line, reference.partition("@")[0], found)

    def _use(self, name: str, line: int, symbol: str, fetched: Fetched | None) -> None:
        self._uses.append(
            Use(
                file=self._file,
                line=line,
                name=name,
                kind=self._catalogue.entries[name].kind,
                how="container",
                scope=self.scope,
                symbol=symbol,
                package=fetched.purl if fetched else None,
                version=fetched.version if fetched else None,
            )
        )


def _scripts(node: Node) -> Iterator[tuple[str, int]]:
    """Scripts with the line on which each begins: that of a block scalar is the one below its key."""
    if isinstance(node.value, str):
        yield node.value, node.line + ("\n" in node.value)
    for item in node.elements():
        named = item.get("cmd") or item.get("command") or item
        if isinstance(named.value, str):
            yield named.value, named.line + ("\n" in named.value)


def _read_script(text: str, line: int, shell: str) -> Script:
    text = _PARENTHESES.sub(r"${\1}", _OTHER_EXPRESSION.sub("x", _EXPRESSION.sub(r"${\1}", with_choices(text))))
    if shell.startswith(("pwsh", "powershell")):
        return read_powershell(text, first_line=line)
    if shell.startswith("cmd"):
        return read_batch(text, first_line=line)
    if shell.startswith("python"):
        text = f"python - <<'END_OF_SCRIPT'\n{text}\nEND_OF_SCRIPT\n"
        line -= 1
    return read_script(text, first_line=line)
