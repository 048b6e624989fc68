import agentops  # expect: use agentops import
from openai import OpenAI  # expect: use openai import

# The initialiser works in this process: the worker and the batch job are others.
agentops.init()  # expect: observer agentops init on providers=openai unresolved=None


def answer(question: str) -> str:
    # expect: model gpt-4o provider=openai ; flow openai user-content ; flow agentops user-content
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
