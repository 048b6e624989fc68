from agents import Agent, Runner  # expect: use openai-agents import
from agents.extensions.models.litellm_model import LitellmModel  # expect: use litellm import

from app.models import choose  # ok

triage = Agent(name="triage", instructions="Sort the tickets.")  # expect: use openai sdk-call ; flow openai none ; agent openai-agents name=triage tools=none can=none open=no
# expect: model claude-sonnet-4-5 provider=anthropic ; use anthropic sdk-call ; agent openai-agents name=writer
writer = Agent(name="writer", model=LitellmModel(model="anthropic/claude-sonnet-4-5"))
# expect: unresolved model openai-agents ; agent openai-agents name=other
other = Agent(name="other", model=choose())


async def answer(question: str) -> None:
    await Runner.run(triage, question)  # expect: flow openai user-content
    await Runner.run(writer, question)  # expect: flow anthropic user-content model=claude-sonnet-4-5
    await Runner.run(other, question)  # expect: flow openai-agents user-content
