"""PowerShell and Windows batch scripts as commands, assignments and variables that are read.

No grammar is at hand for either; words, strings, comments and separators are enough to tell a command from a mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.scan.facts.manifests.shell_script import CommandLine, Script
from aigov.scan.facts.manifests.variables import Variable

_POWERSHELL = re.compile(
    r"""(?P<skip><\#.*?\#>|\#[^\n]*|`\r?\n|[ \t\r,]+)
      |(?P<text>@"\r?\n.*?\n"@|@'\r?\n.*?\n'@|"(?:`.|""|[^"`])*"|'(?:''|[^'])*')
      |(?P<end>[\n;|{}()&]+)
      |(?P<word>(?:[^\s;|&(){}"',`]|`[^\n])+)""",
    re.VERBOSE | re.DOTALL,
)
_BATCH = re.compile(
    r"""(?P<skip>^[ \t]*@?(?i:rem)\b[^\n]*|^[ \t]*::[^\n]*|\^\r?\n|[ \t\r]+)
      |(?P<text>"[^"\n]*")
      |(?P<end>[\n&|()]+)
      |(?P<word>[^\s&|()"]+)""",
    re.VERBOSE | re.MULTILINE,
)
_SET = re.compile(r"\$(?:env:|\{env:|global:|script:)?([A-Za-z_]\w*)\}?$", re.IGNORECASE)
_ENVIRONMENT = re.compile(r"\$\{?env:(\w+)\}?", re.IGNORECASE)
_PERCENT = re.compile(r"%([A-Za-z_]\w+)%|!([A-Za-z_]\w+)!")
_PAIR = re.compile(r"""\b(\w*model\w*)\s*=\s*(["'])([^"'\n]+)\2""", re.IGNORECASE)
_COMMENT = re.compile(r"<#.*?#>|(?<![^\s;])#[^\n]*", re.DOTALL)


def read_powershell(text: str, *, first_line: int = 1) -> Script:
    """The commands, assignments and reads of a PowerShell script.

    :param first_line: line of the file on which the script begins.
    """
    script = Script()
    bare = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    for found in _ENVIRONMENT.finditer(bare):
        script.reads.append((found[1], _line(bare, found.start(), first_line)))
    for found in _PAIR.finditer(bare):
        script.assignments.append(Variable(name=found[1], value=found[3], line=_line(bare, found.start(), first_line)))
    for words, line in _commands(_POWERSHELL, bare, first_line):
        if words[0].lower() == "function" and len(words) > 1:
            script.functions.add(words[1])
        target = _SET.match(words[0])
        if target and words[1:2] == ["="]:
            value = words[2] if len(words) == 3 else ""
            script.assignments.append(Variable(name=target[1], value=_ENVIRONMENT.sub(r"${\1}", value), line=line))
            words = words[2:]
        if words:
            script.commands.append(CommandLine(tuple(words), line))
    return script


def read_batch(text: str, *, first_line: int = 1) -> Script:
    """The commands, assignments and reads of a batch file; ``first_line`` as for PowerShell."""
    script = Script()
    for words, line in _commands(_BATCH, text, first_line):
        script.reads += [(found[1] or found[2], line) for word in words for found in _PERCENT.finditer(word)]
        verb = words[0].lower().lstrip("@")
        if verb in ("set", "setx") and len(words) > 1:
            name, equals, value = " ".join(words[1:]).partition("=" if verb == "set" else " ")
            if equals:
                variable = Variable(name=name.strip('" '), value=_PERCENT.sub(r"${\1}", value).strip('" '), line=line)
                script.assignments.append(variable)
        else:
            script.commands.append(CommandLine((words[0].lstrip("@"), *words[1:]), line))
    return script


def _line(text: str, offset: int, first_line: int) -> int:
    return text.count("\n", 0, offset) + first_line


def _commands(grammar: re.Pattern[str], text: str, first_line: int) -> Iterator[tuple[list[str], int]]:
    words: list[str] = []
    line = start = first_line
    at = 0
    while at < len(text):
        found = grammar.match(text, at)
        if found is None:
            at += 1
            continue
        if found.lastgroup in ("word", "text"):
            start = start if words else line
            glued = bool(words) and text[at - 1 : at].strip() != "" and text[at - 1 : at] not in ",;|&(){}"
            piece = found[0] if found.lastgroup == "word" else _bare(found[0])
            if glued:
                words[-1] += piece
            else:
                words.append(piece)
        elif found.lastgroup == "end" and words:
            yield words, start
            words = []
        line += found[0].count("\n")
        at = found.end()
    if words:
        yield words, start


def _bare(text: str) -> str:
    return text[2:-2].strip("\r\n") if text.startswith("@") else text[1:-1]
