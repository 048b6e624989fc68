defmodule OpenAI do
  @doc "Calls https://api.openai.com with gpt-4o"
  def chat_completion(options), do: options # ok: a module of the tree's own
end
