"""Sums up a long ticket for the colleague who takes it over."""

from anthropic import Anthropic
from anthropic.types import TextBlock

from support_desk.redaction import redact
from support_desk.settings import Settings
from support_desk.tickets import Ticket

PROMPT = "Sum up this support ticket in at most five bullet points: what happened, what was tried, what is open."


def summarise(ticket: Ticket, *, client: Anthropic, settings: Settings) -> str:
    history = redact(ticket.body, names=tuple(ticket.customer.split()))
    message = client.messages.create(
        model=settings.escalation_model,
        max_tokens=400,
        system=PROMPT,
        messages=[{"role": "user", "content": history.text}],
        timeout=settings.request_timeout_seconds,
    )
    summary = "".join(block.text for block in message.content if isinstance(block, TextBlock))
    return history.restore(summary)
