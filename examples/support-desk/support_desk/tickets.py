"""Tickets and their drafts. A draft leaves the desk only after a person has approved it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool

SCHEMA = """
CREATE TABLE IF NOT EXISTS ticket (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer    text NOT NULL,
    subject     text NOT NULL,
    body        text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS draft (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id   bigint NOT NULL REFERENCES ticket (id),
    body        text NOT NULL,
    model       text NOT NULL,
    state       text NOT NULL DEFAULT 'proposed',
    decided_by  text,
    decided_at  timestamptz
);
"""


class DraftState(StrEnum):
    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"


class NotApproved(Exception):
    """Somebody tried to send a draft that no person has approved."""


@dataclass(frozen=True, slots=True)
class Ticket:
    id: int
    customer: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Draft:
    id: int
    ticket_id: int
    body: str
    model: str
    state: DraftState = DraftState.PROPOSED
    decided_by: str | None = None

    def decide(self, *, approve: bool, by: str) -> "Draft":
        state = DraftState.APPROVED if approve else DraftState.REJECTED
        return Draft(self.id, self.ticket_id, self.body, self.model, state, by)

    def require_approval(self) -> None:
        if self.state is not DraftState.APPROVED or not self.decided_by:
            raise NotApproved(f"draft {self.id} is {self.state}; an agent has to approve it first")


class TicketStore:
    def __init__(self, pool: ConnectionPool[Any]) -> None:
        self._pool = pool

    def ticket(self, ticket_id: int) -> Ticket | None:
        with self._pool.connection() as connection, connection.cursor(row_factory=dict_row) as cursor:
            cursor.execute("SELECT id, customer, subject, body FROM ticket WHERE id = %s", (ticket_id,))
            row = cursor.fetchone()
        return Ticket(**row) if row else None

    def draft(self, draft_id: int) -> Draft | None:
        with self._pool.connection() as connection, connection.cursor(row_factory=dict_row) as cursor:
            cursor.execute("SELECT id, ticket_id, body, model, state, decided_by FROM draft WHERE id = %s", (draft_id,))
            row = cursor.fetchone()
        return Draft(**{**row, "state": DraftState(row["state"])}) if row else None

    def propose(self, ticket: Ticket, body: str, *, model: str) -> Draft:
        with self._pool.connection() as connection:
            row = connection.execute(
                "INSERT INTO draft (ticket_id, body, model) VALUES (%s, %s, %s) RETURNING id",
                (ticket.id, body, model),
            ).fetchone()
        assert row is not None
        return Draft(row[0], ticket.id, body, model)

    def record(self, draft: Draft) -> None:
        with self._pool.connection() as connection:
            connection.execute(
                "UPDATE draft SET state = %s, decided_by = %s, decided_at = %s WHERE id = %s",
                (draft.state, draft.decided_by, datetime.now(UTC), draft.id),
            )
