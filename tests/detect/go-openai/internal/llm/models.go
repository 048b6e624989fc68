package llm

const (
	Default   = "gpt-4.1" // expect: model gpt-4.1 provider=openai variable=CHAT_MODEL
	Embedding = "text-embedding-3-small" // expect: model text-embedding-3-small provider=openai
)
