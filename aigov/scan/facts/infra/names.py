"""Which files are templates: by name, or by content where the name says only JSON or YAML."""

from __future__ import annotations

import re

from aigov.scan.files import Document

KIND = "infrastructure"
TERRAFORM_JSON = (".tf.json", ".tofu.json")
TERRAFORM = (".tf", ".tofu", *TERRAFORM_JSON)
VARIABLES = (".tfvars", ".tfvars.json")

_NAMED = (*TERRAFORM, *VARIABLES, ".bicep", ".bicepparam", ".template")
_SAMPLES = re.compile(r"\.tfvars\.(?:example|sample|template|dist)$")
_STRUCTURED = (".json", ".jsonc", ".yaml", ".yml", ".template")
_TEMPLATE = re.compile(
    rb"AWSTemplateFormatVersion|\bType[\"']?\s*:\s*[\"']?AWS::|deployment(?:Template|Parameters)\.json", re.IGNORECASE
)
_TEMPLATE_WORDS = (b"awstemplateformatversion", b"aws::", b"deploymenttemplate", b"deploymentparameters")
_PULUMI = re.compile(r"(?:.*/)?(?:Pulumi|Main)\.ya?ml")
_PULUMI_PROGRAM = re.compile(rb"^[ \t]{1,8}[\"']?type[\"']?[ \t]*:[ \t]*[\"']?[\w.-]+:[\w./-]+", re.MULTILINE)
_SERVERLESS = re.compile(r"(?:.*/)?serverless(?:[.-][\w-]+)?\.(?:ya?ml|json)")


def is_variables(path: str) -> bool:
    """Whether a file sets the variables of a template, or is the sample of one: ``prod.tfvars.example``."""
    return path.endswith(VARIABLES) or _SAMPLES.search(path) is not None


def is_pulumi(document: Document) -> bool:
    """Whether a file is a program of Pulumi in YAML: by its name, and by resources with types of Pulumi's."""
    if _PULUMI.fullmatch(document.path) is None or b"resources:" not in document.data:
        return False
    return _PULUMI_PROGRAM.search(document.data) is not None


def wants(path: str) -> bool:
    """Terraform and OpenTofu, also in JSON, Bicep, and CloudFormation under its own extension."""
    return path.endswith(_NAMED) or is_variables(path)


def _is_template(data: bytes) -> bool:
    lowered = data.lower()  # plain searches first: the expression has no beginning to look for
    return any(word in lowered for word in _TEMPLATE_WORDS) and _TEMPLATE.search(data) is not None


def claims(document: Document) -> bool:
    """Whether a document is a template, whatever other reader wants it by its name."""
    path = document.path
    if path.endswith(_STRUCTURED) and not path.endswith((*TERRAFORM_JSON, *VARIABLES)):
        return _is_template(document.data) or _SERVERLESS.fullmatch(path) is not None or is_pulumi(document)
    return wants(path)
