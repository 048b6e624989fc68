"""Permissions, roles and services of clouds that stand as strings in settings and commands: ``bedrock:InvokeModel``,
``roles/aiplatform.user``, ``aiplatform.googleapis.com``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from aigov.catalogue.signs import Signs
from aigov.scan.endpoints import entry_of_host

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_ARN = re.compile(r"arn:[\w-]*:(?:states:[^:\s]*:[^:\s]*:)?(?:aws-sdk:)?(?P<service>bedrock\w*|sagemaker\w*):\S*")
"""Of a resource, or of the integration by which a state machine calls a service
(https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html)."""
_SERVICE = re.compile(r"[a-z]+\.googleapis\.com")
_LONGEST = 300


@lru_cache(maxsize=4)
def _signs(catalogue: Catalogue) -> Signs:
    return Signs(catalogue.entries.values())


def permitted(catalogue: Catalogue, text: str) -> Entry | None:
    """Whose permission, role, resource or service a whole string is."""
    if len(text) > _LONGEST or not (":" in text or "." in text or "-" in text or " " in text):
        return None
    if found := _ARN.fullmatch(text):
        return catalogue.get("aws-bedrock" if found["service"].startswith("bedrock") else "aws-sagemaker")
    if _SERVICE.fullmatch(text):
        return entry_of_host(catalogue, text)
    sign = _signs(catalogue).find(text)
    return sign[0] if sign is not None and sign[1].how == "iac" else None


def statement_entry(catalogue: Catalogue, statement: str) -> Entry | None:
    """Whose extension, type or function a statement of SQL names: ``CREATE EXTENSION vector``."""
    sign = _signs(catalogue).find(statement) if " " in statement else None
    return sign[0] if sign is not None and sign[1].how != "iac" else None
