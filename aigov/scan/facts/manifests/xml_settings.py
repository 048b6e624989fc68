"""Settings in XML: policies of Azure API Management, ``web.config`` and ``app.config`` of .NET.

Policies hold expressions in C#, which no parser of XML takes, so that lines are read.
https://learn.microsoft.com/azure/api-management/api-management-policies
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests.container_rows import ContainerRows
from aigov.scan.facts.manifests.settings_text import settings_scope
from aigov.scan.facts.manifests.variables import Variable, merge, read_variables
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "xml-settings"

_WANTED = re.compile(
    r"(?:.*/)?(?:web|app)(?:\.[\w-]+)?\.config|(?:.*/)?[^/]*(?:polic(?:y|ies)|fragment|frag[-_.])[^/]*\.xml"
    r"|(?:.*/)?(?:policies|apim|policy-fragments)/.+\.xml",
    re.IGNORECASE,
)
_OPENAI_POLICY = re.compile(r"<(azure-openai-[\w-]+)[\s>/]")
_AUDIENCE = re.compile(r"<authentication-managed-identity\b[^>]*\bresource=\"https://cognitiveservices\.azure\.com/?\"")
_PAIR = re.compile(r"\b(?:key|name)=\"([A-Za-z_][\w:.-]*)\"(?:[^>]*?\b(?:value|connectionString)=\"([^\"]*)\")?")
_ADDRESS = re.compile(r"\b[\w-]+=\"((?:https?|wss)://[^\"\s]+)\"")


def wants(path: str) -> bool:
    """Policies by their name or folder, and the configuration of .NET Framework."""
    return path.endswith((".xml", ".config")) and _WANTED.fullmatch(path) is not None


def read(document: Document, catalogue: Catalogue) -> Findings:
    """What policies and settings send to AI services."""
    text = document.data.decode("utf-8", "replace")
    audience = _AUDIENCE.search(text) is not None
    if not (document.candidate or audience):
        return Findings()
    scope = settings_scope(document.path)
    rows = ContainerRows(document.path, "config", scope, catalogue)
    variables: list[Variable] = []
    # One audience is that of all of Azure's AI services: what else the policy speaks of tells whose model it is.
    reached = catalogue.get("azure-openai" if "openai" in text.lower() else "azure-cognitive-services")
    policy = catalogue.get("azure-openai")
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith(("<!--", "//")):
            continue
        if (found := _OPENAI_POLICY.search(line)) and policy is not None:
            rows.use(policy, number, found[1])
        if audience and reached is not None and _AUDIENCE.search(line):
            rows.use(reached, number, "https://cognitiveservices.azure.com")
        for name, value in _PAIR.findall(line):
            variables.append(Variable(name=name, value=value, line=number))
        for address in _ADDRESS.findall(line):
            rows.address(address, number)
    named = read_variables(document.path, variables, how="config", scope=scope, catalogue=catalogue)
    return merge([rows.findings(), named])
