"""Container files: images that they build on, variables that they set, what their commands install and run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests.container_rows import ContainerRows
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import SyntaxFault
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.variables import Variable, merge, read_variables
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "dockerfile"

_DOCKERFILE = re.compile(r"(?:.*[./_-])?(?:docker|container)file(?:[._-][\w.-]+)?|.*\.dockerfile", re.IGNORECASE)
_PAIR = re.compile(r"""([A-Za-z_][\w.]*)=("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']*)""")
_SAGEMAKER = "com.amazonaws.sagemaker."
"""What the labels begin with by which a container tells SageMaker what it can do."""
_SHELL_WORDS = re.compile(r"\b(?:install|add|pull|run|serve)\b")


def wants(path: str) -> bool:
    """``Dockerfile``, ``Containerfile``, ``api.Dockerfile``, ``Dockerfile.dev``."""
    name = path.rpartition("/")[2]
    return _DOCKERFILE.fullmatch(name) is not None and not name.endswith((".dockerignore", ".md", ".py", ".ts", ".js"))


def read(document: Document, catalogue: Catalogue) -> Findings:
    """Images of ``FROM`` and ``COPY --from``, names and values of ``ENV`` and ``ARG``, what ``RUN`` and ``CMD`` run."""
    scope = manifest_scope(document.path)
    arguments: dict[str, str] = {}
    variables: list[Variable] = []
    stages: set[str] = set()
    rows = ContainerRows(document.path, "container", scope, catalogue)
    served = None
    for line, instruction, rest in _instructions(document.data.decode("utf-8", "replace")):
        if instruction == "FROM":
            words = [word for word in rest.split() if not word.startswith("--")]
            if words and words[0] not in stages:
                served = rows.image(_substitute(words[0], arguments), line)
            if len(words) > 2 and words[1].lower() == "as":
                stages.add(words[2])
        elif instruction in ("ENV", "ARG"):
            for name, value in _assignments(rest):
                arguments.setdefault(name, value)
                variables.append(Variable(name=name, value=value, line=line))
                if "IMAGE" in name.upper() and "/" in value:
                    rows.image(_substitute(value, arguments), line)
        elif instruction == "COPY" and (found := re.search(r"--from=(\S+)", rest)) and found[1] not in stages:
            rows.image(_substitute(found[1], arguments), line)
        elif instruction == "LABEL" and _SAGEMAKER in rest and (entry := catalogue.get("aws-sagemaker")):
            rows.use(entry, line, _SAGEMAKER)
        elif instruction in ("CMD", "ENTRYPOINT"):
            rows.command(_words(rest), line, served)
        elif instruction == "RUN" and (document.candidate or _SHELL_WORDS.search(rest)):
            rows.script(re.sub(r"^(?:--\w+=\S+\s+)+", "", rest), line)
    return merge(
        [rows.findings(), read_variables(document.path, variables, how="container", scope=scope, catalogue=catalogue)]
    )


def _words(rest: str) -> list[str]:
    """The words of a command in either form: a JSON array, or as a shell takes it."""
    if rest.startswith("["):
        try:
            return [item.value for item in parse_json(rest).elements() if isinstance(item.value, str)]
        except SyntaxFault:
            return rest.strip("[]").split()
    try:
        return shlex.split(rest)
    except ValueError:
        return rest.split()


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
