"""Everything that stops a run.

    AigovError                      exit code
    ├── UsageError                  2   a path, flag or document that the user gave cannot be used
    ├── EngineError                 3   the policy engine or a policy bundle cannot be trusted to answer
    └── EvidenceError               4   signing or verification failed

Only what stops the run raises. What a scan could not read is a ``Problem`` in its result, and what a rule could
not decide is ``undetermined``. Each error is one line: what is wrong, where, and what to do next.
"""

from __future__ import annotations


class AigovError(Exception):
    """Base of all errors that aigov reports to its user."""

    exit_code = 2

    def __init__(self, what: str, *, where: str | None = None, fix: str | None = None) -> None:
        self.what = what
        self.where = where
        self.fix = fix
        super().__init__(str(self))

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text} ({self.fix})" if self.fix else text


class UsageError(AigovError):
    """A path, flag or document given by the user cannot be used."""

    exit_code = 2


class EngineError(AigovError):
    """A policy engine or a policy bundle gave no trustworthy answer."""

    exit_code = 3


class EvidenceError(AigovError):
    """Evidence could not be signed, or did not verify."""

    exit_code = 4
