import lmstudio as lms

model = lms.llm("qwen3-4b-instruct")
print(model.respond("Hi"))
