from dataclasses import dataclass, field

from openai import AsyncOpenAI  # expect: use openai import


@dataclass
class Options:
    model: str = "gpt-4.1"  # expect: model gpt-4.1 provider=openai
    names: list[str] = field(default_factory=list)


async def run(task: str, options: Options = Options()) -> str:
    client = AsyncOpenAI()
    # expect: flow openai user-content model=gpt-4.1
    done = await client.chat.completions.create(model=options.model, messages=[{"role": "user", "content": task}])
    return done.choices[0].message.content
