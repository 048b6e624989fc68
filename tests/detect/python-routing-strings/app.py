import litellm  # expect: use litellm import
from langchain.chat_models import init_chat_model  # expect: use langchain import

DEFAULT = "anthropic:claude-sonnet-4-5"  # expect: use anthropic config ; model claude-sonnet-4-5 provider=anthropic


def ask(question: str) -> None:
    messages = [{"role": "user", "content": question}]
    # expect: use aws-bedrock sdk-call ; flow aws-bedrock user-content
    # expect: model anthropic.claude-3-haiku-20240307-v1:0 provider=aws-bedrock publisher=anthropic
    litellm.completion(model="bedrock/anthropic.claude-3-haiku-20240307-v1:0", messages=messages)
    # expect: use groq sdk-call ; model llama-3.3-70b-versatile provider=groq ; flow groq user-content
    litellm.completion("groq/llama-3.3-70b-versatile", messages)
    # expect: use openai sdk-call ; model gpt-4o provider=openai
    model = init_chat_model("openai:gpt-4o")
    model.invoke(question)  # expect: flow openai user-content model=gpt-4o
