"""Shell scripts as commands, assignments and variables that are read, by the grammar of bash.

The grammar survives what it does not know (zsh, ksh, the holes of CI templates), so a script is never refused: what
cannot be read as a command is no command.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests.variables import Variable

if TYPE_CHECKING:
    from tree_sitter import Node as SyntaxNode
    from tree_sitter import Parser

_REFERENCE = re.compile(r"\$\{?([A-Za-z_]\w*)(?::?[-=]([^}]*)\})?\}?")
_PAIR = re.compile(
    r"""(?<![\w-])([A-Za-z]\w{0,40}_MODEL(?:_ID|_NAME)?|MODEL_(?:ID|NAME))["']?\s?[:=]\s?["']?([\w.:/@-]{3,120})""",
    re.IGNORECASE,
)
"""A model within JSON, or within options, that a variable holds: ``{"MODEL_ID": "…"}``, ``--context model_id=…``."""
_NESTED = frozenset(("bash", "sh", "zsh", "dash", "ksh", "eval"))
_MOST_VALUES = 20
_DEEPEST = 2
_LONGEST = 64_000
"""Characters of a script that is parsed whole."""
_PIECE = 16_000


@dataclass(frozen=True, slots=True)
class CommandLine:
    """One command as the shell would run it."""

    words: tuple[str, ...]
    """Program and arguments without quotes; what is not known until it runs stays as written (``$MODEL``)."""
    line: int
    given: str = ""
    """What it is handed as a here-document."""
    writes: bool = False
    """Whether what it says goes into a file."""


@dataclass(slots=True)
class Script:
    """What one script says."""

    commands: list[CommandLine] = field(default_factory=list)
    assignments: list[Variable] = field(default_factory=list)
    reads: list[tuple[str, int]] = field(default_factory=list)
    """(variable, line) where a variable is expanded."""
    functions: set[str] = field(default_factory=set)
    """Names that the script itself defines, as functions or aliases: no programs."""
    values: dict[str, list[str]] = field(default_factory=dict)
    """What variables hold, as far as it is written."""

    def expand(self, word: str) -> Iterator[str]:
        """What a word can be once variables that the script sets are put in; at most one of them multiplies it."""
        known = [name for name in dict.fromkeys(m[1] for m in _REFERENCE.finditer(word)) if self.values.get(name)]
        several = next((name for name in known if len(self.values[name]) > 1), None)

        def put(choice: str) -> str:
            def value(found: re.Match[str]) -> str:
                name = found[1]
                if name not in self.values:
                    return found[2] or found[0]
                return choice if name == several else self.values[name][0]

            return _REFERENCE.sub(value, word)

        if several is None:
            yield put("")
        else:
            yield from (put(choice) for choice in self.values[several][:_MOST_VALUES])


def read_script(text: str, *, first_line: int = 1) -> Script:
    """The commands, assignments and reads of a script.

    :param first_line: line of the file on which the script begins.
    """
    script = Script()
    for piece, line in _pieces(text):
        _read(piece, first_line + line, script, 0)
    return script


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """The text whole, or what is far longer than scripts are in pieces, each with the lines before it.

    The grammar takes the square of the length of what is no script. A piece ends before a line that is not indented.
    """
    if len(text) <= _LONGEST:
        yield text, 0
        return
    lines = [line if len(line) <= _PIECE else "\n" for line in text.splitlines(keepends=True)]
    begin = size = 0
    for at, line in enumerate(lines):
        if size > _PIECE and (size > 2 * _PIECE or not line[:1].isspace()):
            yield "".join(lines[begin:at]), begin
            begin, size = at, 0
        size += len(line)
    yield "".join(lines[begin:]), begin


@cache
def _parser() -> Parser:
    # Costs 20 ms, which only trees with a script that names AI pay.
    from tree_sitter import Language, Parser
    from tree_sitter_bash import language

    return Parser(Language(language()))


def _read(text: str, first_line: int, script: Script, depth: int) -> None:
    stack: list[SyntaxNode] = [_parser().parse(text.encode()).root_node]
    nested: list[CommandLine] = []
    while stack:
        node = stack.pop()
        kind, line = node.type, node.start_point[0] + first_line
        if kind == "command":
            command = CommandLine(tuple(_words(node)), line, _given(node), _writes(node))
            script.commands.append(command)
            nested.append(command)
        elif kind == "variable_assignment":
            _assign(node, line, script)
        elif kind in ("simple_expansion", "expansion"):
            name = next((child for child in node.children if child.type == "variable_name"), None)
            if name is not None:
                script.reads.append((_text(name), line))
        elif kind == "for_statement":
            variable = node.child_by_field_name("variable")
            values = [_word(child) for child in node.children_by_field_name("value")]
            if variable is not None and values:
                script.values.setdefault(_text(variable), []).extend(values)
        elif kind == "function_definition" and (name := node.child_by_field_name("name")) is not None:
            script.functions.add(_text(name))
        stack.extend(reversed(node.children))
    for command in nested:
        words = command.words
        if words[:1] == ("alias",):
            script.functions.update(word.partition("=")[0] for word in words[1:])
        elif depth < _DEEPEST and words and words[0].rpartition("/")[2] in _NESTED:
            inner = words[1:] if words[0] == "eval" else _after(words, "-c", "-lc", "-ec")
            if inner:
                _read(inner[0], command.line, script, depth + 1)


def _after(words: tuple[str, ...], *flags: str) -> tuple[str, ...]:
    return next((words[at + 1 :] for at, word in enumerate(words) if word in flags), ())


def _assign(node: SyntaxNode, line: int, script: Script) -> None:
    name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    if name is None:
        return
    if value is not None and value.type == "array":
        words = [(_word(child), child.start_point[0]) for child in value.named_children if child.type != "comment"]
        script.values.setdefault(_text(name), []).extend(word for word, _ in words)
        first = line - node.start_point[0]
        script.assignments += [Variable(name=_text(name), value=word, line=first + row) for word, row in words]
        return
    text = _word(value) if value is not None else ""
    script.assignments.append(Variable(name=_text(name), value=text, line=line))
    script.assignments += [Variable(name=inner[1].upper(), value=inner[2], line=line) for inner in _PAIR.finditer(text)]
    plain = _REFERENCE.sub(lambda found: found[2] or "\0", text)
    if "\0" not in plain and "$(" not in plain and plain:
        script.values.setdefault(_text(name), [plain])


def _words(node: SyntaxNode) -> Iterator[str]:
    name = node.child_by_field_name("name")
    if name is not None:
        yield _word(name)
    for argument in node.children_by_field_name("argument"):
        yield _word(argument)


def _given(node: SyntaxNode) -> str:
    parent = node.parent
    while parent is not None and parent.type in ("pipeline", "list"):
        parent = parent.parent
    if parent is None or parent.type != "redirected_statement":
        return ""
    return "\n".join(
        _text(body)
        for redirect in parent.children_by_field_name("redirect")
        for body in redirect.named_children
        if body.type == "heredoc_body"
    )


def _writes(node: SyntaxNode) -> bool:
    parent = node.parent
    return (
        parent is not None
        and parent.type == "redirected_statement"
        and any(redirect.type == "file_redirect" for redirect in parent.children_by_field_name("redirect"))
    )


def _text(node: SyntaxNode) -> str:
    return (node.text or b"").decode("utf-8", "replace")


def _word(node: SyntaxNode) -> str:
    text = _text(node)
    if node.type == "concatenation":
        return "".join(_word(child) for child in node.children)
    if node.type == "command_name" and node.named_child_count == 1:
        return _word(node.named_children[0])
    if node.type == "raw_string":
        return text[1:-1]
    if node.type == "string":
        return re.sub(r"\\([\"\\])", r"\1", text[1:-1])
    if node.type == "ansi_c_string":
        return text[2:-1]
    return re.sub(r"\\\n\s*|\\(?=.)", "", text) if node.type == "word" else text
