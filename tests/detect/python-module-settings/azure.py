import openai  # expect: use openai import
openai.api_type = "azure"  # expect: use azure-openai config
openai.api_base = "https://desk.openai.azure.com/"  # expect: endpoint https://desk.openai.azure.com/ provider=azure-openai
openai.api_version = "2023-05-15"

def ask(t):
    return openai.ChatCompletion.create(engine="gpt-4", messages=[{"role": "user", "content": t}])  # expect: flow azure-openai unresolved; model gpt-4 provider=azure-openai
