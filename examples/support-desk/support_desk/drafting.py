"""Drafts a reply from the ticket and the passages found for it."""

from openai import OpenAI

from support_desk.knowledge import KnowledgeBase, Passage
from support_desk.redaction import redact
from support_desk.settings import Settings
from support_desk.tickets import Ticket

INSTRUCTIONS = """\
You draft replies for the support team of an online furniture shop.
Answer only from the help-centre passages. If they do not answer the question, say that a colleague will look into it.
Placeholders such as [NAME_1] or [ORDER_1] stand for data that was removed: copy them unchanged.
Do not promise refunds, discounts or delivery dates."""


def draft_reply(ticket: Ticket, *, client: OpenAI, knowledge: KnowledgeBase, settings: Settings) -> str:
    """A reply for an agent to read. What identifies the customer is taken out before the call and put back after it."""
    question = redact(f"{ticket.subject}\n\n{ticket.body}", names=tuple(ticket.customer.split()))
    passages = knowledge.search(question.text)
    response = client.responses.create(
        model=settings.reply_model,
        instructions=INSTRUCTIONS,
        input=f"{_quote(passages)}\n\nTicket:\n{question.text}",
        store=False,
        timeout=settings.request_timeout_seconds,
    )
    return question.restore(response.output_text)


def _quote(passages: list[Passage]) -> str:
    return "\n\n".join(f"[{passage.article}]\n{passage.text}" for passage in passages) or "(no passage found)"
