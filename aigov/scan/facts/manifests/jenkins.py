"""Jenkinsfiles, declarative and scripted: the shell steps, images, variables and requests that they name.

https://www.jenkins.io/doc/book/pipeline/syntax/. They are Groovy programs and are read as text, never run: what a
program makes of strings is out of reach, and a step that is written down is found wherever it stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests.command_rows import CommandRows, mentions_program
from aigov.scan.facts.manifests.console_script import read_batch, read_powershell
from aigov.scan.facts.manifests.script_text import ScriptText, blank
from aigov.scan.facts.manifests.shell_script import CommandLine, Script, read_script
from aigov.scan.facts.manifests.variables import Variable
from aigov.scan.files import Document, Findings
from aigov.scan.scopes import scope_of

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "jenkinsfile"

_WANTED = re.compile(r"(?:.*/)?(?:Jenkinsfile(?:[._-][\w.-]+)?|[\w.-]+\.jenkins(?:file)?)", re.IGNORECASE)
_TEXT = (
    r"(?:'''(?P<single3>(?:[^'\\]|\\.|'(?!''))*)'''"
    r'|"""(?P<double3>(?:[^"\\]|\\.|"(?!""))*)"""'
    r"|'(?P<single>(?:[^'\\\n]|\\.)*)'"
    r'|"(?P<double>(?:[^"\\\n]|\\.)*)")'
)
_OPTION = r"""\w+\s*:\s*(?:'[^'\n]*'|"[^"\n]*"|\w+)\s*,\s*"""
_STEP = re.compile(
    rf"(?<![\w.'\"-])(?P<step>sh|bat|powershell|pwsh)\b\s*(?:\(\s*)?(?:(?:{_OPTION}){{0,8}}script\s*:\s*)?{_TEXT}",
    re.DOTALL,
)
_ASSIGNS = re.compile(rf"(?<![\w.$])(?:env\.)?(?P<name>[A-Za-z_]\w*)\s*=\s*(?:{_TEXT}|credentials\()", re.DOTALL)
_GIVEN = re.compile(r"""["']([A-Z][A-Z0-9_]{2,})=([^"'\n]*)["']|\b\w*[vV]ariable\s*:\s*["']([A-Za-z_]\w*)["']""")
_READS = re.compile(r"\b(?:env|params)\.([A-Z][A-Z0-9_]+)\b")
_IMAGE = re.compile(r"""\bimage\s*(?:[:(]\s*)?["']?(?P<image>[A-Za-z][\w.-]*(?:[/:][\w./:@-]+)?)""")
_REQUEST = re.compile(r"\bhttpRequest\b(?P<rest>[^\r\n]*(?:(?<=[,(\[])\r?\n[^\r\n]*){0,12})")
_ANY_TEXT = re.compile(_TEXT, re.DOTALL)
_HOLE = re.compile(r"\$\{(?:env|params)\.(\w+)\}")
_ESCAPED = re.compile(r"\\([\\'\"$])")


def wants(path: str) -> bool:
    """Jenkinsfiles of every name."""
    return _WANTED.fullmatch(path) is not None


def read(document: Document, catalogue: Catalogue) -> Findings:
    """What the steps use."""
    if not document.candidate and not mentions_program(document.data, catalogue):
        return Findings()
    scope = scope_of(document.path)
    rows = CommandRows(document.path, "build" if scope == "app" else scope, catalogue)
    rows.script(_script(ScriptText(document.data, hashes=False)))
    return rows.findings()


def _script(source: ScriptText) -> Script:
    """All steps as one script, so that a variable that one sets is known to the others."""
    text, script = source.text, Script()
    for found in _STEP.finditer(text):
        inner, at = _content(found)
        line = source.line(at)
        if found["step"] == "sh":
            part = read_script(inner, first_line=line)
        elif found["step"] == "bat":
            part = read_batch(inner, first_line=line)
        else:
            part = read_powershell(inner, first_line=line)
        script.commands += part.commands
        script.assignments += part.assignments
        script.reads += part.reads
        script.functions |= part.functions
        for name, values in part.values.items():
            script.values.setdefault(name, []).extend(values)
    outside = _STEP.sub(lambda found: blank(found[0]), text)
    for found in _ASSIGNS.finditer(outside):
        # What credentials() gives has no value here.
        value = _content(found)[0] if found[0][-1] != "(" else ""
        script.assignments.append(Variable(name=found["name"], value=value, line=source.line(found.start("name"))))
        if value and "$" not in value:
            script.values.setdefault(found["name"], []).append(value)
    for found in _GIVEN.finditer(outside):
        variable = Variable(name=found[1] or found[3], value=found[2] or "", line=source.line(found.start()))
        script.assignments.append(variable)
    script.reads += [(found[1], source.line(found.start())) for found in _READS.finditer(text)]
    for found in _IMAGE.finditer(outside):
        script.commands.append(CommandLine(("docker", "pull", found["image"]), source.line(found.start())))
    for found in _REQUEST.finditer(outside):
        words = [_content(one)[0] for one in _ANY_TEXT.finditer(found["rest"])]
        script.commands.append(CommandLine(("curl", *words), source.line(found.start())))
    return script


def _content(found: re.Match[str]) -> tuple[str, int]:
    """A string as the shell gets it, and where it begins."""
    for name in ("single3", "double3", "single", "double"):
        if found[name] is not None:
            return _ESCAPED.sub(r"\1", _HOLE.sub(r"${\1}", found[name])), found.start(name)
    return "", found.end()
