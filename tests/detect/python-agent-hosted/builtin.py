from anthropic import Anthropic  # expect: use anthropic import
from openai import OpenAI  # expect: use openai import

client = OpenAI()
claude = Anthropic()


def responses(question: str):
    return client.responses.create(  # expect: agent openai name=responses tools=code_interpreter,computer_use_preview,file_search,web_search can=untrusted-code,untrusted-sensitive-action ; flow openai user-content
        model="gpt-4.1",  # expect: model gpt-4.1 provider=openai
        input=question,
        tools=[
            {"type": "web_search"},  # expect: tool web_search can=reads-untrusted
            {"type": "code_interpreter", "container": {"type": "auto"}},  # expect: tool code_interpreter can=runs-code
            {"type": "file_search", "vector_store_ids": ["vs_1"]},  # expect: tool file_search can=reads-sensitive
            {"type": "computer_use_preview", "display_width": 1024},  # expect: tool computer_use_preview can=acts-outside,reads-untrusted,runs-code
        ],
    )


def remote(question: str):
    return client.responses.create(  # expect: agent openai name=remote tools=none servers=shop open=yes ; flow openai user-content
        model="gpt-4.1",
        input=question,
        tools=[{"type": "mcp", "server_label": "shop", "server_url": "https://mcp.acme.dev/mcp", "require_approval": "never"}],  # expect: mcp shop
    )


def assistant():
    # expect: agent openai name=math tools=code_interpreter can=none ; tool code_interpreter can=runs-code ; model gpt-4o provider=openai
    return client.beta.assistants.create(name="math", model="gpt-4o", tools=[{"type": "code_interpreter"}])


def hands(question: str):
    return claude.beta.messages.create(  # expect: agent anthropic name=hands tools=bash_20250124,code_execution_20250825,computer_20250124,text_editor_20250728,web_search_20250305 can=untrusted-code,untrusted-sensitive-action ; flow anthropic user-content
        model="claude-sonnet-4-5",  # expect: model claude-sonnet-4-5 provider=anthropic
        messages=[{"role": "user", "content": question}],
        tools=[
            {"type": "computer_20250124", "name": "computer", "display_width_px": 1024},  # expect: tool computer_20250124 can=acts-outside,reads-untrusted,runs-code
            {"type": "bash_20250124", "name": "bash"},  # expect: tool bash_20250124 can=runs-code
            {"type": "text_editor_20250728", "name": "str_replace_based_edit_tool"},  # expect: tool text_editor_20250728 can=acts-outside,reads-sensitive
            {"type": "web_search_20250305", "name": "web_search"},  # expect: tool web_search_20250305 can=reads-untrusted
            {"type": "code_execution_20250825", "name": "code_execution"},  # expect: tool code_execution_20250825 can=runs-code
        ],
    )
