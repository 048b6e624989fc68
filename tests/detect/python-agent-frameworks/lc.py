from langchain.agents import create_agent  # expect: use langchain import
from langchain.agents.middleware import HumanInTheLoopMiddleware, SummarizationMiddleware

# expect: model gpt-4o provider=openai ; use openai sdk-call ; agent langchain name=asked tools=none approval=yes
asked = create_agent("openai:gpt-4o", [], name="asked", middleware=[HumanInTheLoopMiddleware(interrupt_on={"send": True})])
# expect: model gpt-4o-mini provider=openai ; agent langchain name=free tools=none approval=no
free = create_agent("openai:gpt-4o-mini", [], name="free", middleware=[SummarizationMiddleware()])
