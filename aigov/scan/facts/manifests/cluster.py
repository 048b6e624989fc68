"""What documents of a cluster say beside containers: files kept in them, addresses, services, chart repositories."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aigov.catalogue.settings_keys import settings_keys
from aigov.model import Scope
from aigov.scan.facts.manifests.charts import repository_entries
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.permissions import permitted
from aigov.scan.facts.manifests.within import read_within
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.scan.facts.manifests.container_rows import ContainerRows

NOT_RUN = frozenset(
    ("annotations", "labels", "description", "sources", "home", "icon", "keywords", "maintainers", "matchLabels")
)
"""Keys of what is told and not run."""
_FILE = re.compile(r"[\w.-]*\.[A-Za-z][\w-]*")
_SHEBANG = re.compile(r"#!\s*\S*/(?:env\s+)?(?:ba|z|da|k)?sh\b")
_ADDRESS = re.compile(r"(?:https?|wss?|grpc)://[^\s\"'<>]+|(?:[\w-]+\.){2,}[a-z]{2,}(?::\d+)?")


class Cluster:
    """Reads what stands beside the containers of one file."""

    def __init__(self, rows: ContainerRows, path: str, scope: Scope, catalogue: Catalogue) -> None:
        self._rows, self._path, self._scope, self._catalogue = rows, path, scope, catalogue
        self.files: list[Findings] = []
        """What the files kept in a document say."""

    def document(self, root: Node, kind: str) -> None:
        """What the document as a whole is: a repository of charts, a model that an operator serves."""
        if kind == "HelmRepository":
            name, url = root.text("metadata", "name") or "", root.text("spec", "url") or ""
            for entry in repository_entries(self._catalogue, name, url):
                self._rows.use(entry, root.line, url)
        engine, model = root.get("spec", "engine"), root.get("spec", "url")
        if kind == "Model" and engine is not None and model is not None:
            served = settings_keys(self._catalogue).named(engine.text() or "")
            if served is not None:  # KubeAI: https://www.kubeai.org/reference/kubernetes-api/
                self._rows.use(served, engine.line, engine.text())
                self._rows.model(served, (model.text() or "").partition("?")[0], model.line)

    def data(self, table: Node) -> None:
        """The files of a ConfigMap or a Secret: ``config.yaml: |``, ``run.sh: |``."""
        for name, member in table.members().items():
            text = member.text()
            if text is None or "\n" not in text:
                continue
            script = _SHEBANG.match(text) is not None
            if script or _FILE.fullmatch(name):
                self.files.append(
                    read_within(
                        name,
                        text,
                        self._catalogue,
                        file=self._path,
                        above=member.line,
                        scope=self._scope,
                        kind="shell" if script else None,
                    )
                )

    def text(self, node: Node) -> None:
        """An address of an API, or a service or role of a cloud, wherever it stands as a whole string."""
        text = node.text() or ""
        if len(text) > 300 or " " in text:
            return
        entry = permitted(self._catalogue, text)
        if entry is not None:
            self._rows.use(entry, node.line, text)
        elif _ADDRESS.fullmatch(text):
            self._rows.address(text, node.line)


def without_disabled(node: Node) -> Node:
    """A tree of a chart's values without the parts that are switched off: ``enabled: false``."""
    if isinstance(node.value, list):
        return Node([without_disabled(element) for element in node.value], node.line)
    if not isinstance(node.value, dict):
        return node
    kept = {
        key: without_disabled(member)
        for key, member in node.value.items()
        if str(member.members()["enabled"].value if "enabled" in member.members() else None).lower() != "false"
    }
    return Node(kept, node.line)
