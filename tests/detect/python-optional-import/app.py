try:
    from openai import OpenAI  # expect: use openai import
except ImportError:
    OpenAI = None

try:
    import anthropic  # expect: use anthropic import
except ImportError:
    anthropic = None
    HAS_ANTHROPIC = False
else:
    HAS_ANTHROPIC = True

try:
    from aiobotocore.session import get_session
except ImportError:
    get_session = None

client = OpenAI() if OpenAI else None


def answer(question: str) -> str:
    if OpenAI is None:
        raise RuntimeError("install openai")
    # expect: model gpt-4o-2024-08-06 provider=openai pinned=yes ; flow openai user-content model=gpt-4o-2024-08-06
    reply = OpenAI().chat.completions.create(model="gpt-4o-2024-08-06", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content


def answer_with_the_shared_client(question: str) -> str:
    # expect: model gpt-4.1-2025-04-14 provider=openai ; flow openai user-content
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text


def summarise(document: str) -> str:
    if not HAS_ANTHROPIC:
        return document
    # expect: model claude-sonnet-4-5-20250929 provider=anthropic ; flow anthropic user-content
    return anthropic.Anthropic().messages.create(model="claude-sonnet-4-5-20250929", max_tokens=99, messages=[{"role": "user", "content": document}]).content[0].text


async def rank(document: str) -> bytes:
    session = get_session()
    async with session.create_client("sagemaker-runtime") as runtime:  # expect: use aws-sagemaker sdk-call
        # expect: model shop-ranker provider=aws-sagemaker ; flow aws-sagemaker user-content
        response = await runtime.invoke_endpoint(EndpointName="shop-ranker", Body=document)
        return await response["Body"].read()
