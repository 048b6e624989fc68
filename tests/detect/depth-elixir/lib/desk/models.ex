defmodule Desk.Models do
  @plain "acme-05" # expect: model acme-05 provider=openai
  @prefix "acme"
  @table %{fast: "acme-07a", smart: "acme-07b"} # expect: model acme-07a provider=openai ; model acme-07b provider=openai
  @keywords [fast: "acme-08"] # expect: model acme-08 provider=openai


  def plain, do: @plain
  def joined(), do: @joined
  def get(key), do: Map.get(@table, key, "acme-10") # expect: model acme-10 provider=openai
  def fetch(key), do: Map.fetch!(@table, key)
  def keyword(key), do: Keyword.get(@keywords, key)
  def dot, do: @table.fast

  def choose(:fast), do: "acme-11a" # expect: model acme-11a provider=openai
  def choose(_), do: "acme-11b" # expect: model acme-11b provider=openai

  def cased(kind) do
    case kind do
      :a -> "acme-12a" # expect: model acme-12a provider=openai
      _ -> "acme-12b" # expect: model acme-12b provider=openai
    end
  end

  def conded(kind) do
    cond do
      kind == :a -> "acme-13a" # expect: model acme-13a provider=openai
      true -> "acme-13b" # expect: model acme-13b provider=openai
    end
  end

  def iffed(kind) do
    if kind, do: "acme-14a", else: "acme-14b" # expect: model acme-14a provider=openai ; model acme-14b provider=openai
  end

  def new(opts \\ []), do: struct(__MODULE__, opts)

  defguard is_a(x) when x == 1
end
