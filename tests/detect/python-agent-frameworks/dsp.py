import dspy  # expect: use dspy import


def rate(currency: str) -> str:  # expect: tool rate can=none
    return currency


react = dspy.ReAct("question -> answer", tools=[rate])  # expect: agent dspy name=react tools=rate
coder = dspy.CodeAct("question -> answer", tools=[rate])  # expect: agent dspy name=coder tools=rate
