"""Uses no AI by itself: the words stand for themselves."""

RETRIEVER = "tavily"  # ok
LLM_PROVIDER = "anthropic"  # ok
