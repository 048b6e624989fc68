from app.llm import get_client
def go(prompt):
    get_client().embeddings.create(model="mistral-embed", inputs=prompt)  # expect: flow mistral user-content model=mistral-embed ; model mistral-embed provider=mistral
