"""Which files are templates: by name, or by content where the name says only JSON or YAML."""

from __future__ import annotations

import re

from aigov.scan.files import Document

KIND = "infrastructure"
TERRAFORM_JSON = (".tf.json", ".tofu.json")
TERRAFORM = (".tf", ".tofu", *TERRAFORM_JSON)
VARIABLES = (".tfvars", ".tfvars.json")

_NAMED = (*TERRAFORM, *VARIABLES, ".bicep", ".bicepparam", ".template")
_STRUCTURED = (".json", ".jsonc", ".yaml", ".yml", ".template")
_TEMPLATE = re.compile(
    rb"AWSTemplateFormatVersion|\bType[\"']?\s*:\s*[\"']?AWS::|deployment(?:Template|Parameters)\.json", re.IGNORECASE
)
_SERVERLESS = re.compile(r"(?:.*/)?serverless(?:[.-][\w-]+)?\.(?:ya?ml|json)")


def wants(path: str) -> bool:
    """Terraform and OpenTofu, also in JSON, Bicep, and CloudFormation under its own extension."""
    return path.endswith(_NAMED)


def claims(document: Document) -> bool:
    """Whether a document is a template, whatever other reader wants it by its name."""
    path = document.path
    if path.endswith(_STRUCTURED) and not path.endswith((*TERRAFORM_JSON, *VARIABLES)):
        return _TEMPLATE.search(document.data) is not None or _SERVERLESS.fullmatch(path) is not None
    return wants(path)
