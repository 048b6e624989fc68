from app.llm import get_client
def go(prompt, kind):
    get_client().embeddings.create(model=kind, inputs=prompt)  # expect: flow mistral user-content ; unresolved model mistral
