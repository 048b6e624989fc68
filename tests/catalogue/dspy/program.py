import dspy

lm = dspy.LM("openai/gpt-4o-mini")
dspy.configure(lm=lm)
