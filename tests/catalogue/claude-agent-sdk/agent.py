from claude_agent_sdk import ClaudeAgentOptions, query

options = ClaudeAgentOptions(model="claude-sonnet-4-5", allowed_tools=["Read"])


async def main():
    async for message in query(prompt="Fix the bug", options=options):
        print(message)
