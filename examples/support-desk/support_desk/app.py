"""The HTTP interface that the agents' desktop talks to."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from anthropic import Anthropic, AnthropicError
from fastapi import Depends, FastAPI, Header, HTTPException, Request
from openai import OpenAI, OpenAIError
from psycopg_pool import ConnectionPool
from pydantic import BaseModel

from support_desk import knowledge, tickets
from support_desk.drafting import draft_reply
from support_desk.escalation import summarise
from support_desk.settings import Settings, get_settings

log = logging.getLogger("support_desk")


class Desk:
    """What a request needs, made once a process."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.pool = ConnectionPool(settings.database_url, configure=knowledge.configure, open=False)
        self.openai = OpenAI(api_key=settings.openai_api_key.get_secret_value(), max_retries=2)
        self.anthropic = Anthropic(api_key=settings.anthropic_api_key.get_secret_value(), max_retries=2)
        self.knowledge = knowledge.KnowledgeBase(self.pool, self.openai, settings)
        self.tickets = tickets.TicketStore(self.pool)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    desk = Desk(get_settings())
    desk.pool.open()
    with desk.pool.connection() as connection:
        connection.execute(tickets.SCHEMA)
    desk.knowledge.create_schema()
    app.state.desk = desk
    yield
    desk.pool.close()


app = FastAPI(title="Support desk", lifespan=lifespan)


def current_desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


CurrentDesk = Annotated[Desk, Depends(current_desk)]
Agent = Annotated[str, Header(alias="X-Agent", description="The signed-in agent, set by the gateway.")]


class DraftOut(BaseModel):
    id: int
    ticket_id: int
    body: str
    state: tickets.DraftState
    generated_by_ai: bool = True


class Decision(BaseModel):
    approve: bool


@app.post("/tickets/{ticket_id}/draft")
def propose_draft(ticket_id: int, desk: CurrentDesk, agent: Agent) -> DraftOut:
    ticket = _ticket(desk, ticket_id)
    try:
        body = draft_reply(ticket, client=desk.openai, knowledge=desk.knowledge, settings=desk.settings)
    except OpenAIError as error:
        log.warning("no draft for ticket %s: %s", ticket_id, type(error).__name__)
        raise HTTPException(503, "No draft could be made; please answer by hand.") from error
    draft = desk.tickets.propose(ticket, body, model=desk.settings.reply_model)
    log.info("draft %s for ticket %s by %s, asked for by %s", draft.id, ticket_id, draft.model, agent)
    return DraftOut(id=draft.id, ticket_id=ticket_id, body=draft.body, state=draft.state)


@app.post("/drafts/{draft_id}/decision")
def decide(draft_id: int, decision: Decision, desk: CurrentDesk, agent: Agent) -> DraftOut:
    draft = _draft(desk, draft_id).decide(approve=decision.approve, by=agent)
    desk.tickets.record(draft)
    log.info("draft %s %s by %s", draft.id, draft.state, agent)
    return DraftOut(id=draft.id, ticket_id=draft.ticket_id, body=draft.body, state=draft.state)


@app.get("/drafts/{draft_id}/outgoing")
def outgoing(draft_id: int, desk: CurrentDesk) -> str:
    """The text that the mail gateway may send: only what an agent has approved."""
    draft = _draft(desk, draft_id)
    try:
        draft.require_approval()
    except tickets.NotApproved as error:
        raise HTTPException(409, str(error)) from error
    return draft.body


@app.post("/tickets/{ticket_id}/escalation")
def escalate(ticket_id: int, desk: CurrentDesk, agent: Agent) -> dict[str, str]:
    ticket = _ticket(desk, ticket_id)
    try:
        summary = summarise(ticket, client=desk.anthropic, settings=desk.settings)
    except AnthropicError as error:
        log.warning("no summary for ticket %s: %s", ticket_id, type(error).__name__)
        summary = ticket.subject
    log.info("ticket %s escalated by %s", ticket_id, agent)
    return {"summary": summary}


def _ticket(desk: Desk, ticket_id: int) -> tickets.Ticket:
    if (ticket := desk.tickets.ticket(ticket_id)) is None:
        raise HTTPException(404, "no such ticket")
    return ticket


def _draft(desk: Desk, draft_id: int) -> tickets.Draft:
    if (draft := desk.tickets.draft(draft_id)) is None:
        raise HTTPException(404, "no such draft")
    return draft
