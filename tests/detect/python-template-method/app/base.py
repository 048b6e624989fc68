class Assistant:
    """What every vendor's assistant does alike."""

    def client(self):
        raise NotImplementedError

    def ask(self, question: str) -> str:
        # expect: flow openai user-content model=gpt-4o
        return self.client().chat.completions.create(model=self.model, messages=[{"role": "user", "content": question}])

    def embed(self, text: str) -> list[float]:
        # expect: flow mistral user-content
        return self.embedder.embeddings.create(model="mistral-embed", inputs=[text])  # expect: model mistral-embed provider=mistral
