pub const DEFAULT: &str = "gpt-4.1"; // expect: model gpt-4.1 provider=openai
pub const EMBEDDING: &str = "text-embedding-3-small"; // expect: model text-embedding-3-small provider=azure-openai variable=EMBEDDER
