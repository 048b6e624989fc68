"""``aigov.yaml``: what code cannot say, versioned beside it. Format: ``schemas/declarations.schema.json``.

Every fault of the file is found in one go, each with its line and a fix; a file with any fault is refused whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from aigov import spdx
from aigov.canonical import sha256_hex
from aigov.declarations_check import check_document
from aigov.declared import (
    SAID_OF_SYSTEM,
    Attestation,
    Evaluation,
    Licence,
    Logs,
    ModelApproval,
    Owner,
    ProviderApproval,
    RiskClass,
    Stated,
    System,
    Term,
    Waiver,
    read_term,
)
from aigov.errors import UsageError
from aigov.located_yaml import MAX_BYTES, Fault, Located, Unreadable, read_yaml

__all__ = [
    "Attestation",
    "Declarations",
    "DeclarationsError",
    "Evaluation",
    "ModelApproval",
    "Owner",
    "ProviderApproval",
    "RiskClass",
    "Stated",
    "System",
    "Term",
    "Waiver",
    "load_declarations",
    "parse_declarations",
    "problem_of",
    "read_limited",
]


class DeclarationsError(UsageError):
    """aigov.yaml cannot be used; ``problems`` holds every reason, each an error of one line."""

    def __init__(self, problems: Iterable[UsageError]) -> None:
        self.problems = tuple(problems)
        first, more = self.problems[0], len(self.problems) - 1
        what = first.what if not more else f"{first.what}; and {more} more problem{'s' if more > 1 else ''}"
        super().__init__(what, where=first.where, fix=first.fix)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declarations:
    """One aigov.yaml."""

    path: str
    digest: str
    """sha256 of the file's bytes, hexadecimal."""
    system: System
    owners: tuple[Owner, ...] = ()
    providers: tuple[ProviderApproval, ...] = ()
    models: tuple[ModelApproval, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    logs: tuple[Logs, ...] = ()
    licences: tuple[Licence, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def to_policy_input(self) -> dict[str, Any]:
        """``declarations`` of ``schemas/policy-input.schema.json``. Waivers stay outside: no rule may see them."""
        return {
            "system": self._system_input(),
            "owners": [
                _said(
                    name=o.name,
                    contact=o.contact,
                    covers=list(o.covers),
                    stated=o.stated.to_policy_input() if o.stated else None,
                )
                for o in self.owners
            ],
            "providers": [
                _said(
                    provider=p.provider,
                    approved_by=p.approved_by,
                    **p.term.to_policy_input(),
                    data_classes=list(p.data_classes),
                    dpa=p.dpa,
                    retention_days=p.retention_days,
                    training=p.training,
                    documentation=p.documentation,
                    agreement=p.agreement,
                    exposure=p.exposure,
                )
                for p in self.providers
            ],
            "models": [
                _said(
                    model=m.model,
                    provider=m.provider,
                    approved_by=m.approved_by,
                    **m.term.to_policy_input(),
                    data_classes=list(m.data_classes),
                )
                for m in self.models
            ],
            **self._evaluations_input(),
            **self._kept_input(),
            "attestations": [
                _said(
                    framework=a.framework,
                    control=a.control,
                    statement=a.statement,
                    by=a.by,
                    **a.term.to_policy_input(),
                    evidence=a.evidence,
                )
                for a in self.attestations
            ],
        }

    def _evaluations_input(self) -> dict[str, Any]:
        rows = [
            {"model": e.model, "covers": list(e.covers), "result": e.result, "by": e.by, **e.term.to_policy_input()}
            for e in self.evaluations
        ]
        return {"evaluations": rows} if rows else {}

    def _kept_input(self) -> dict[str, Any]:
        logs = [
            {
                "covers": list(row.covers),
                "kept_in": row.kept_in,
                "retention_days": row.retention_days,
                "by": row.by,
                **row.term.to_policy_input(),
            }
            for row in self.logs
        ]
        licences = [
            {
                "covers": list(row.covers),
                "licence": spdx.spell(row.licence),
                "options": spdx.options([spdx.spell(row.licence)]),
                "by": row.by,
                **row.term.to_policy_input(),
            }
            for row in self.licences
        ]
        return {name: rows for name, rows in (("logs", logs), ("licences", licences)) if rows}

    def _system_input(self) -> dict[str, Any]:
        system, risk, stated = self.system, self.system.risk_class, self.system.stated
        return _said(
            name=system.name,
            purpose=system.purpose,
            role=system.role,
            eu_exposure=system.eu_exposure,
            stated=stated.to_policy_input() if stated else None,
            users=list(system.users) if system.users is not None else None,
            regions=list(system.regions) if system.regions is not None else None,
            data_classes=list(system.data_classes) if system.data_classes is not None else None,
            incident_contact=system.incident_contact,
            restricted=list(system.restricted) if system.restricted is not None else None,
            risk_class={
                "class": risk.risk_class,
                "reasons": list(risk.reasons),
                "by": risk.by,
                **risk.term.to_policy_input(),
            }
            if risk
            else None,
        )

    def expired(self, at: datetime) -> list[tuple[str, str, date]]:
        """Every statement whose last day is over at ``at``: what it is, ``file:line``, and that day, in file order.

        Waivers are not among them: their fate is in the results.
        """
        statements: list[tuple[str, str, Term]] = []
        if stated := self.system.stated:
            statements.append(("statement on the system", stated.where, stated.term))
        if risk := self.system.risk_class:
            statements.append((f"risk class {risk.risk_class}", risk.where, risk.term))
        statements += [
            (f"statement on the owner {o.name}", o.stated.where, o.stated.term) for o in self.owners if o.stated
        ]
        statements += [(f"approval of provider {p.provider}", p.where, p.term) for p in self.providers]
        statements += [(f"approval of model {m.model}", m.where, m.term) for m in self.models]
        statements += [(f"evaluation of model {e.model}", e.where, e.term) for e in self.evaluations]
        statements += [(f"retention of logs in {row.kept_in}", row.where, row.term) for row in self.logs]
        statements += [(f"licence {row.licence}", row.where, row.term) for row in self.licences]
        statements += [(f"attestation of {a.framework}/{a.control}", a.where, a.term) for a in self.attestations]
        return [(what, where, term.expires) for what, where, term in statements if term.expired(at)]

    def unsigned(self) -> list[tuple[str, str]]:
        """What counts as absent because nobody stands by it: what it is, and ``file:line``, in file order."""
        system = self.system
        said = [name for name in SAID_OF_SYSTEM if getattr(system, name) is not None]
        rows = [(f"what system says ({', '.join(said)})", system.where)] if said and not system.stated else []
        return rows + [(f"the owner {o.name}", o.where) for o in self.owners if not o.stated]


def load_declarations(path: Path) -> Declarations:
    """Read ``path``.

    :raises DeclarationsError: the file cannot be read, or anything in it is wrong; ``problems`` lists everything.
    """
    return parse_declarations(read_limited(path), str(path))


def read_limited(path: Path) -> bytes:
    """The bytes of a file of declarations, at most one more than is read of any.

    :raises DeclarationsError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        fix = "`aigov init` writes one" if isinstance(error, FileNotFoundError) else "name a readable file"
        raise DeclarationsError([UsageError(f"cannot be read: {error.strerror}", where=str(path), fix=fix)]) from error


def parse_declarations(data: bytes, name: str) -> Declarations:
    """Read the bytes of an aigov.yaml that errors call ``name``.

    :raises DeclarationsError: as ``load_declarations``.
    """
    try:
        document = _without_empty_sections(read_yaml(data))
        faults = list(check_document(document))
    except Unreadable as error:
        faults = [error.fault]
    if faults:
        raise DeclarationsError(problem_of(fault, name) for fault in sorted(faults, key=lambda fault: fault.line))
    return _Builder(document, name).build(sha256_hex(data))


_SECTIONS = (
    ("scan", "exclude"),
    ("scan", "scopes"),
    ("scan",),
    ("policy", "folders"),
    ("policy", "overrides"),
    ("policy",),
    ("owners",),
    ("evaluations",),
    ("logs",),
    ("licences",),
    ("attestations",),
    ("waivers",),
    ("approvals", "providers"),
    ("approvals", "models"),
    ("approvals",),
)


def _without_empty_sections(document: Located) -> Located:
    """A section whose every entry is commented out, as `aigov init` drafts it, says nothing: it is as if absent."""
    value = document.value
    for *outer, key in _SECTIONS:
        holder = value
        for name in outer:
            holder = holder.get(name) if isinstance(holder, dict) else None
        if isinstance(holder, dict) and key in holder and holder[key] in (None, {}):
            del holder[key]
    return document


def problem_of(fault: Fault, name: str) -> UsageError:
    """A fault as the error of one line that tells of it."""
    # What the file says is repeated in the message: it must not break the line, nor steer a terminal.
    what = "".join(character if character.isprintable() else "?" for character in " ".join(fault.what.split()))
    return UsageError(what, where=f"{name}:{fault.line}", fix=fault.fix)


def _said(**fields: Any) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


class _Builder:
    """From a checked document to dataclasses."""

    def __init__(self, document: Located, name: str) -> None:
        self._document = document
        self._name = name

    def build(self, digest: str) -> Declarations:
        root = self._document.value
        approvals = root.get("approvals") or {}
        return Declarations(
            path=self._name,
            digest=digest,
            system=self._system(root["system"]),
            owners=tuple(self._owner(row, i) for i, row in enumerate(root.get("owners") or ())),
            providers=tuple(
                ProviderApproval(**self._approval(row), where=self._at("approvals", "providers", i))
                for i, row in enumerate(approvals.get("providers") or ())
            ),
            models=tuple(
                ModelApproval(**self._approval(row), where=self._at("approvals", "models", i))
                for i, row in enumerate(approvals.get("models") or ())
            ),
            evaluations=tuple(
                Evaluation(
                    model=row["model"],
                    covers=tuple(row["covers"]),
                    result=row["result"],
                    by=row["by"],
                    term=read_term(row),
                    where=self._at("evaluations", i),
                )
                for i, row in enumerate(root.get("evaluations") or ())
            ),
            logs=tuple(
                Logs(**self._dated(row), where=self._at("logs", i)) for i, row in enumerate(root.get("logs") or ())
            ),
            licences=tuple(
                Licence(**self._dated(row), where=self._at("licences", i))
                for i, row in enumerate(root.get("licences") or ())
            ),
            attestations=tuple(
                Attestation(**self._controlled(row), where=self._at("attestations", i))
                for i, row in enumerate(root.get("attestations") or ())
            ),
            waivers=tuple(
                Waiver(**self._controlled(row), where=self._at("waivers", i), undated="on" not in row)
                for i, row in enumerate(root.get("waivers") or ())
            ),
        )

    def _at(self, *path: str | int) -> str:
        return f"{self._name}:{self._document.line(path)}"

    def _system(self, row: dict[str, Any]) -> System:
        fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
        fields["stated"] = self._stated(row, "system")
        if risk := row.get("risk_class"):
            where = self._at("system", "risk_class")
            fields["risk_class"] = RiskClass(
                risk_class=risk["class"],
                reasons=tuple(risk["reasons"]),
                by=risk["by"],
                term=read_term(risk),
                where=where,
            )
        return System(**fields, where=self._at("system"))

    def _owner(self, row: dict[str, Any], index: int) -> Owner:
        return Owner(
            name=row["name"],
            contact=row["contact"],
            covers=tuple(row["covers"]),
            where=self._at("owners", index),
            stated=self._stated(row, "owners", index),
        )

    def _stated(self, row: dict[str, Any], *path: str | int) -> Stated | None:
        stated = row.get("stated")
        return Stated(by=stated["by"], term=read_term(stated), where=self._at(*path, "stated")) if stated else None

    def _approval(self, row: dict[str, Any]) -> dict[str, Any]:
        fields = {key: value for key, value in row.items() if key not in ("on", "expires")}
        return fields | {"data_classes": tuple(row["data_classes"]), "term": read_term(row)}

    def _dated(self, row: dict[str, Any]) -> dict[str, Any]:
        fields = {key: value for key, value in row.items() if key not in ("on", "expires")}
        return fields | {"covers": tuple(row["covers"]), "term": read_term(row)}

    def _controlled(self, row: dict[str, Any]) -> dict[str, Any]:
        framework, _, control = row["control"].partition("/")
        fields = {key: value for key, value in row.items() if key not in ("on", "expires")}
        return fields | {"framework": framework, "control": control, "term": read_term(row)}
