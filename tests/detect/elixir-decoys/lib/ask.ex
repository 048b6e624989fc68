defmodule Ask do
  alias Ask.Vendors.Anthropic, as: Claude

  # OpenAI.chat_completion(model: "gpt-4o") in a comment is nothing.
  def run(text), do: OpenAI.chat_completion(model: "house", text: text) # ok: the tree's own
  def claude(text), do: Claude.ask(text) # ok: the tree's own
  def new?(name), do: String.contains?(name, "gpt-4") # ok: a test of a part
end
