from app.provider import Provider


async def title(question: str):
    provider = Provider.named("openai")
    # expect: flow openai user-content model=gpt-4o ; flow anthropic user-content model=claude-sonnet-4-5
    return await provider.llm.ainvoke(question)
