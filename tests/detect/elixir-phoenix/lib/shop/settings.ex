defmodule Shop.Settings do
  def claude, do: default()

  def default() do
    # expect: model claude-3-7-sonnet-20250219 provider=anthropic
    "claude-3-7-sonnet-20250219"
  end
end
