defmodule Ask do
  def run(text), do: ReqLLM.generate_text("anthropic:claude-3-5-haiku-20241022", text)
end
