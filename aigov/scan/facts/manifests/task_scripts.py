"""Commands to which a manifest gives names: ``npm run``, ``deno task``, ``composer run``, and those of Python's tools.

https://docs.npmjs.com/cli/using-npm/scripts, https://docs.deno.com/runtime/reference/cli/task,
https://getcomposer.org/doc/articles/scripts.md, https://poethepoet.natn.io, https://pdm-project.org/latest/usage/scripts,
https://github.com/taskipy/taskipy, https://hatch.pypa.io/latest/config/environment/overview/#scripts,
https://pixi.sh/latest/workspace/advanced_tasks, https://pipenv.pypa.io/en/latest/scripts.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigov.model import Scope
from aigov.scan.facts.manifests.command_rows import CommandRows, mentions_program
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import group_scope, manifest_scope
from aigov.scan.facts.manifests.shell_script import read_script
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.facts.manifests.variables import merge
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

_NAMED = re.compile(rb"scripts|tasks|\[tool\.poe")
_TABLES = (
    ("scripts",),
    ("tasks",),
    ("tool", "poe", "tasks"),
    ("tool", "pdm", "scripts"),
    ("tool", "taskipy", "tasks"),
    ("tool", "hatch", "scripts"),
    ("tool", "pixi", "tasks"),
)
"""Where the names stand. ``[project.scripts]`` and Poetry's name functions, no commands."""
_RUNS = re.compile(r"(?:pre|post)?(?:start|serve|prod(?:uction)?|preview|deploy)(?:[:_-].*)?")
"""Names under which the program itself is run; the others serve those who write it."""
_COMMAND_KEYS = ("cmd", "command", "shell", "composite", "script")


def read(document: Document, catalogue: Catalogue) -> Findings:
    """What the commands use.

    :raises SyntaxFault: neither JSON nor TOML, as the file's name says.
    """
    data = document.data
    if _NAMED.search(data) is None or not (document.candidate or mentions_program(data, catalogue)):
        return Findings()
    text = data.decode("utf-8", "replace")
    root = parse_json(text) if document.path.endswith((".json", ".jsonc")) else parse_toml(text)
    outer = manifest_scope(document.path)
    rows: dict[Scope, CommandRows] = {}
    for name, command, line in _commands(root):
        scope = outer if _RUNS.fullmatch(name) or outer != "app" else _scope(name)
        rows.setdefault(scope, CommandRows(document.path, scope, catalogue)).script(
            read_script(command, first_line=line)
        )
    return merge([row.findings() for _, row in sorted(rows.items())])


def _scope(name: str) -> Scope:
    told = group_scope(name.replace(":", "-"), "app")
    return "build" if told == "app" else told


def _commands(root: Node) -> Iterator[tuple[str, str, int]]:
    environments = root.members("tool", "hatch", "envs").values()
    features = root.members("tool", "pixi", "feature").values()
    tables = (
        *(root.members(*keys) for keys in _TABLES),
        *(node.members("scripts") for node in environments),
        *(node.members("tasks") for node in features),
    )
    for table in tables:
        for name, node in table.items():
            yield from ((name, text, line) for text, line in _texts(node))


def _texts(node: Node) -> Iterator[tuple[str, int]]:
    """The command, or several, in the forms of all these tools. The names of other tasks are no programs."""
    for one in (node, *(node.get(key) for key in _COMMAND_KEYS)):
        if one is None:
            continue
        for item in (one, *one.elements()):
            text = item.text()
            if text:
                yield text, item.line
