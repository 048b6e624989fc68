defmodule Ends do
  alias OpenaiEx.Chat # expect: use openai import

  def pick(opts) do
    model = "gpt-4o" # expect: model gpt-4o provider=openai
    other = opts[:model] || "gpt-4o-mini" # expect: model gpt-4o-mini provider=openai
    run(model, other)
    "gpt-4.1" # expect: model gpt-4.1 provider=openai
  end
end
