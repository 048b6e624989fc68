import llm

model = llm.get_model("gpt-4o-mini")
print(model.prompt("Five names for a pet pelican").text())
