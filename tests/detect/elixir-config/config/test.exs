import Config
config :shop, model: "gpt-3.5-turbo" # expect: model gpt-3.5-turbo provider=openai
