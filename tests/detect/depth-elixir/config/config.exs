import Config

config :desk, :llm,
  model: "acme-01", # expect: model acme-01 provider=openai
  nested: [fast: "acme-02"] # expect: model acme-02 provider=openai

config :desk, Desk.Chat, model: "acme-03" # expect: model acme-03 provider=openai
config :desk, plain: System.get_env("M04") || "acme-04" # expect: model acme-04 provider=openai variable=M04
