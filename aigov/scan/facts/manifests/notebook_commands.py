"""Commands in the cells of a notebook: ``%pip install``, ``!ollama pull``, ``%%bash``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aigov.scan.embedded.notebook import read_notebook
from aigov.scan.facts.manifests.command_rows import CommandRows, mentions_program
from aigov.scan.facts.manifests.nodes import SyntaxFault
from aigov.scan.facts.manifests.shell_script import read_script
from aigov.scan.files import Document, Findings
from aigov.scan.scopes import scope_of

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "notebook-commands"


def wants(path: str) -> bool:
    """Notebooks."""
    return path.lower().endswith(".ipynb")


def read(document: Document, catalogue: Catalogue) -> Findings:
    """What the commands of a notebook use; lines are those of the program that its cells make."""
    if not document.candidate and not mentions_program(document.data, catalogue):
        return Findings()
    try:
        notebook = read_notebook(document.data)
    except SyntaxFault:
        return Findings()  # what is no notebook is told once, as a loss of code
    if not any(notebook.shell):
        return Findings()
    rows = CommandRows(document.path, scope_of(document.path), catalogue)
    rows.script(read_script("\n".join(notebook.shell)))
    return rows.findings()
