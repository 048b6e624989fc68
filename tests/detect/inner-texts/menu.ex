defmodule Menu do
  @models ~w(gpt-4o claude-3-5-sonnet-20241022) # expect: model gpt-4o provider=openai ; model claude-3-5-sonnet-20241022 provider=anthropic
  @desks ~w(desk-1 desk-2) # ok: nobody's models

  def all do
    ~w[gemini-1.5-pro desk] ++ @models ++ @desks # expect: model gemini-1.5-pro provider=google-gemini
  end

  def old?(name), do: name =~ ~r/gpt-3.5-turbo/ # ok: a pattern
end
