class Provider:
    def __init__(self, llm, verbose: bool = False):
        self.llm = llm
        self.verbose = verbose

    @classmethod
    def named(cls, name: str):
        if name == "openai":
            from langchain_openai import ChatOpenAI  # expect: use openai import ; use langchain import

            llm = ChatOpenAI(model="gpt-4o")  # expect: model gpt-4o provider=openai
        elif name == "anthropic":
            from langchain_anthropic import ChatAnthropic  # expect: use anthropic import

            llm = ChatAnthropic(model="claude-sonnet-4-5")  # expect: model claude-sonnet-4-5 provider=anthropic
        else:
            raise ValueError(name)
        return cls(llm, verbose=True)

    async def reply(self, messages):
        # expect: flow openai user-content model=gpt-4o ; flow anthropic user-content model=claude-sonnet-4-5
        return await self.llm.ainvoke(messages)
