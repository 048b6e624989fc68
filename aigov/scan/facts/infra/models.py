"""Model ids as templates spell them: bare, with a version, within an ARN or a resource id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aigov.catalogue.arns import model_in_arn
from aigov.model import ModelUse, Step
from aigov.scan.facts.infra.program import Resolved
from aigov.scan.facts.infra.values import At, Opaque, Text, Value
from aigov.scan.facts.manifests.records import manifest_scope

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_ID = re.compile(r"[A-Za-z0-9][\w.:/@+-]{1,160}")
_RESOURCE = re.compile(r"(?:.*/)?publishers/[\w-]+/models/([\w.@-]+)")
"""Vertex AI: ``projects/…/publishers/google/models/gemini-2.5-pro``."""
_NUMBER = re.compile(r"v?\d[\d.]*")


def bare_id(text: str) -> str | None:
    """The id of the model that a text names; None where a part of it is left open, or it is none."""
    found = _RESOURCE.fullmatch(text)
    named = model_in_arn(text, within=True) or (found[1] if found else None)
    id = named or text.strip()
    if named is None and (text.startswith("arn:") or "{" in text or "*" in text):
        return None
    return id if _ID.fullmatch(id) and not _NUMBER.fullmatch(id) else None


class Models:
    """Collects models."""

    def __init__(self, catalogue: Catalogue, rows: list[ModelUse]) -> None:
        self._catalogue = catalogue
        self._rows = rows

    def stated(self, entry: Entry, found: Resolved, symbol: str) -> At | None:
        """Note the model that a resource is given.

        :returns: where its id is spelled; None where it is not known.
        """
        value = found.value
        text: Value = value
        if isinstance(value, Opaque):
            text = value.parts[0] if value.parts else value
        id = bare_id(text.value) if isinstance(text, Text) else None
        if id is None or not isinstance(text, Text):
            return None
        step = Step(file=text.at.file, line=text.at.line, what=f"given to {symbol}")
        self.add(entry, id, text, symbol, variable=found.variable, mention=found.offered, steps=(*found.steps, step))
        return text.at

    def add(
        self,
        entry: Entry,
        id: str,
        text: Text,
        symbol: str | None,
        *,
        variable: str | None = None,
        mention: bool = False,
        steps: tuple[Step, ...] = (),
    ) -> None:
        """Note a model of a provider at the place that spells it."""
        id = self._catalogue.bare_id(entry.id, id)
        self._rows.append(
            ModelUse(
                file=text.at.file,
                line=text.at.line,
                model=id,
                provider=entry.id,
                how="iac",
                scope=manifest_scope(text.at.file),
                symbol=symbol,
                publisher=self._catalogue.publisher(entry.id, id),
                pinned=self._catalogue.pinned(entry.id, id),
                variable=variable,
                mention=True if mention else None,
                steps=steps,
            )
        )
