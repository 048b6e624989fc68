import Config

config :shop,
  # expect: model gpt-4o-mini provider=openai
  model: "gpt-4o-mini"

# expect: model text-embedding-3-small provider=openai
config :shop, Shop.Embed, model: "text-embedding-3-small", size: 10
config :shop, :openai, [chat: "gpt-4.1"] # expect: model gpt-4.1 provider=openai
config :other, model: "house" # ok: another application's
