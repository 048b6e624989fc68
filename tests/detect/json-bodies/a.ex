defmodule A do
  # expect: model gpt-4o-mini provider=openai
  @body """
  { "model": "gpt-4o-mini", "messages": [] }
  """
  def body, do: @body
end
