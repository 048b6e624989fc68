"""What sets machines up: playbooks and roles of Ansible, and the user data of cloud-init.

https://docs.ansible.com/projects/ansible/latest/collections/index.html, https://docs.cloud-init.io/en/latest/reference/modules.html
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aigov.model import Scope
from aigov.scan.facts.manifests.charts import chart_entries
from aigov.scan.facts.manifests.command_rows import mentions_program
from aigov.scan.facts.manifests.commands import installed_by
from aigov.scan.facts.manifests.container_rows import ContainerRows
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.variables import Variable, merge, read_variables
from aigov.scan.facts.manifests.within import read_within
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "automation"

_WANTED = re.compile(
    r"(?:.*/)?(?:tasks|handlers|playbooks?)/.+\.ya?ml|(?:.*/)?(?:site|playbook[\w-]*|[\w-]+[_-]playbook)\.ya?ml"
    r"|(?:.*/)?[\w.-]*(?:user-?data|cloud-?init|cloud-?config)[\w.-]*",
    re.IGNORECASE,
)
_NOT_TEXT = (".py", ".ts", ".js", ".go", ".rs", ".tf", ".md", ".sh", ".json", ".tftpl", ".j2", ".tpl", ".ps1", ".txt")
_SHELLS = frozenset(("shell", "command", "raw", "script", "cmd", "runcmd", "bootcmd"))
_PACKAGES = {"pip": "pip install", "npm": "npm install"}
_HOLE = re.compile(r"\{\{.*?\}\}")
_CLOUD = re.compile(r"\A(?:#.*\n|\s*\n)*#cloud-config|^(?:runcmd|write_files|bootcmd):", re.MULTILINE)


def wants(path: str) -> bool:
    """Tasks, handlers and playbooks, and what is called after cloud-init."""
    return not path.endswith(_NOT_TEXT) and _WANTED.fullmatch(path) is not None


def read(document: Document, catalogue: Catalogue) -> Findings:
    """What the modules of tasks run, install, start and set, and what a machine runs when it boots.

    :raises SyntaxFault: not YAML.
    """
    if not (document.candidate or b"pip" in document.data or mentions_program(document.data, catalogue)):
        return Findings()
    text = document.data.decode("utf-8", "replace")
    scope = manifest_scope(document.path)
    if text.startswith("#!"):
        return read_within(document.path, text, catalogue, file=document.path, above=0, scope=scope, kind="shell")
    roots = parse_yaml(text)
    if not any(isinstance(root.value, list) for root in roots) and _CLOUD.search(text) is None:
        from aigov.scan.facts.manifests import settings

        return settings.read(document, catalogue) if settings.wants(document.path) else Findings()
    reader = _Reader(document.path, scope, catalogue)
    for root in roots:
        reader.read(root)
    return reader.findings()


class _Reader:
    def __init__(self, path: str, scope: Scope, catalogue: Catalogue) -> None:
        self._path, self._scope, self._catalogue = path, scope, catalogue
        self._rows = ContainerRows(path, "container", scope, catalogue)
        self._variables: list[Variable] = []
        self._files: list[Findings] = []

    def findings(self) -> Findings:
        named = read_variables(self._path, self._variables, how="env", scope=self._scope, catalogue=self._catalogue)
        return merge([self._rows.findings(), named, *self._files])

    def read(self, root: Node) -> None:
        stack = [root]
        while stack:
            node = stack.pop()
            stack.extend(node.elements())
            self._written(node)
            members = node.members()
            image = node.get("image")
            served = self._rows.image_node(image) if image is not None else None
            for key, member in members.items():
                stack.append(member)
                module = key.rpartition(".")[2]  # "ansible.builtin.shell" is "shell"
                if key in ("args", "command") and served is not None:
                    words = [item.text() or "" for item in member.elements()]
                    self._rows.command(words or (member.text() or "").split(), member.line, served)
                elif module in _SHELLS:
                    self._script(member)
                elif module in _PACKAGES:
                    self._install(_PACKAGES[module], member)
                elif key in ("environment", "env"):
                    self._variables += [
                        Variable(name=name, value=_HOLE.sub("", item.text() or ""), line=item.line)
                        for name, item in member.members().items()
                    ]
                elif module == "helm":
                    for entry in chart_entries(self._catalogue, member.text("chart_ref") or ""):
                        self._rows.use(entry, member.line, member.text("chart_ref"))
                elif key == "url" and (text := member.text()):
                    self._rows.address(text, member.line)

    def _script(self, member: Node) -> None:
        """The script of a module, as a text or under ``cmd`` (which is visited on its own), or those of a list."""
        for one in (member, *member.elements()):
            if text := one.text():
                self._rows.script(_HOLE.sub("x", text), one.line + ("\n" in text))
            elif one is not member and one.elements():
                self._rows.command([item.text() or "" for item in one.elements()], one.line, None)
            elif argv := one.elements("argv"):
                self._rows.command([item.text() or "" for item in argv], one.line, None)

    def _install(self, command: str, member: Node) -> None:
        named = member.get("name")
        for one in (named, *named.elements()) if named is not None else ():
            for fetched in installed_by(f"{command} {one.text()}") if one.text() else ():
                for entry in self._catalogue.package(fetched.purl):
                    self._rows.use(entry, one.line, None, fetched)

    def _written(self, node: Node) -> None:
        """A file that is written: ``{path, content}`` of cloud-init, ``{dest, content}`` of Ansible's ``copy``."""
        content, name = node.get("content"), node.text("path") or node.text("dest")
        if content is None or name is None or not (text := content.text()) or "\n" not in text:
            return
        self._files.append(
            read_within(
                name.rpartition("/")[2],
                text,
                self._catalogue,
                file=self._path,
                above=content.line,
                scope=self._scope,
                kind="shell" if text.startswith("#!") else None,
            )
        )
