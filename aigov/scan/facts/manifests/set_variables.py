"""Environment variables that commands set in what they deploy or write: ``kubectl create secret … --from-literal=A=b``,
``gcloud run deploy --set-env-vars "A=b,C=d"``, ``yq '.data.A = …'``, ``echo "A=b" >> .env``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aigov.scan.facts.manifests.shell_script import CommandLine
from aigov.scan.facts.manifests.variables import Variable

_NAME = r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"
_BARE = re.compile(rf"{_NAME}|[A-Za-z]\w*(?:(?:__|:)\w+){{1,8}}")
"""Of a variable, or of .NET's nested keys: ``docker run -e NAME``."""
_PAIR = re.compile(rf"(?<![\w$%])({_NAME})=([^\s,;\"'{{}}]*)")
_MEMBER = re.compile(rf"(?:\.|\[[\"'])({_NAME})\b")
_LINE = re.compile(r"\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*[\"']?([^\"'\n]*)")
_EDITORS = frozenset(("yq", "jq", "dasel", "jsonnet", "gomplate"))
_WRITERS = frozenset(("echo", "printf", "cat", "tee", "print", "Write-Output"))


def variables_set(program: str, words: Sequence[str], command: CommandLine, *, speaks: bool) -> Iterator[Variable]:
    """The variables that a command sets; one of which it gives the name alone has no value.

    :param words: those of the command that is run in the end, the program first.
    :param speaks: whether the program gives back what it is told, and sets nothing.
    """
    if speaks:
        yield from _written(program, words, command) if program in _WRITERS else ()
        return
    for word in words[1:]:
        name, equals, value = word.partition("=")
        if _BARE.fullmatch(name):
            yield Variable(name=name, value=value, line=command.line)
            if not equals:
                continue
        for found in (_MEMBER if program in _EDITORS else _PAIR).finditer(word):
            value = found[2] if program not in _EDITORS else ""
            yield Variable(name=found[1], value=value, line=command.line)


def _written(program: str, words: Sequence[str], command: CommandLine) -> Iterator[Variable]:
    """What is put into a file: words of ``echo``, the lines of a here-document."""
    if not (command.writes or program == "tee"):
        return
    if command.given:
        texts = list(enumerate(command.given.splitlines(), command.line + 1))
    else:
        texts = [(command.line, part) for word in words[1:] for part in re.split(r"\n|\\n", word)]
    for line, text in texts:
        if found := _LINE.match(text):
            yield Variable(name=found[1], value=found[2].strip(), line=line)
