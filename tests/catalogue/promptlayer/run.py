from promptlayer import PromptLayer

PromptLayer(api_key="pl").run(prompt_name="welcome")
