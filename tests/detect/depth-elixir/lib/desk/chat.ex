defmodule Desk.Chat do
  alias Desk.Models
  alias Desk.Models, as: M
  import Desk.Models, only: [joined: 0]

  @default_opts [model: "acme-16"] # expect: model acme-16 provider=openai

  def constants(kind) do
    OpenAI.embeddings(model: Models.plain(), input: "") # expect: use openai import ; flow openai none
    OpenAI.embeddings(model: joined(), input: "") # expect: flow openai none
    OpenAI.embeddings(model: M.get(kind), input: "") # expect: flow openai none
    OpenAI.embeddings(model: M.fetch(kind), input: "") # expect: flow openai none
    OpenAI.embeddings(model: M.keyword(kind), input: "") # expect: flow openai none
    OpenAI.embeddings(model: M.dot(), input: "") # expect: flow openai none
    OpenAI.embeddings(model: M.choose(kind), input: "") # expect: flow openai none
    OpenAI.embeddings(model: M.cased(kind), input: "") # expect: flow openai none
    OpenAI.embeddings(model: M.conded(kind), input: "") # expect: flow openai none
    OpenAI.embeddings(model: M.iffed(kind), input: "") # expect: flow openai none
    OpenAI.embeddings(model: %Models{model: "acme-18"}.model, input: "") # expect: model acme-18 provider=openai ; flow openai none
    OpenAI.embeddings(model: @env, input: "") # expect: flow openai none
    s = %Models{}
    OpenAI.embeddings(model: %{s | model: "acme-19"}.model, input: "") # expect: model acme-19 provider=openai ; flow openai none
    %Models{model: picked} = s
    %{model: bound} = %{model: "acme-20"} # expect: model acme-20 provider=openai
    [model: kw] = [model: "acme-21"] # expect: model acme-21 provider=openai
  end

  def config(opts) do
    OpenAI.embeddings(model: Application.get_env(:desk, :llm)[:model], input: "") # expect: flow openai none
    OpenAI.embeddings(model: Application.fetch_env!(:desk, :llm) |> Keyword.get(:nested) |> Keyword.get(:fast), input: "") # expect: flow openai none
    OpenAI.embeddings(model: Application.get_env(:desk, __MODULE__)[:model], input: "") # expect: flow openai none
    OpenAI.embeddings(model: Application.get_env(:desk, :plain), input: "") # expect: flow openai none
    OpenAI.embeddings(model: get_in(Application.get_env(:desk, :llm), [:nested, :fast]), input: "") # expect: flow openai none
    OpenAI.embeddings(model: Application.get_env(:desk, :missing) || "acme-22", input: "") # expect: model acme-22 provider=openai variable=missing ; flow openai none
    OpenAI.embeddings(model: opts[:model] || "acme-23", input: "") # expect: model acme-23 provider=openai ; flow openai none
    OpenAI.embeddings(model: Keyword.get(opts, :model, "acme-24"), input: "") # expect: model acme-24 provider=openai ; flow openai none
    OpenAI.embeddings(model: Map.get(opts, :model) || "acme-26", input: "") # expect: model acme-26 provider=openai ; flow openai none
    OpenAI.embeddings(model: Access.get(opts, :model, "acme-27"), input: "") # expect: model acme-27 provider=openai ; flow openai none
    opts = Keyword.merge(@default_opts, opts)
    OpenAI.embeddings(model: opts[:model], input: "") # expect: flow openai none
    opts2 = Keyword.put_new(opts, :model, "acme-28")
    OpenAI.embeddings(model: opts2[:model], input: "") # expect: flow openai none
    OpenAI.embeddings(model: Keyword.pop(opts, :other, "acme-29") |> elem(0), input: "") # expect: flow openai none
    opts3 = Keyword.validate!(opts, model: "acme-30") # expect: model acme-30 provider=openai
    OpenAI.embeddings(model: opts3[:model], input: "") # expect: flow openai none
    %{model: m31} = Enum.into(opts, %{model: "acme-31"}) # expect: model acme-31 provider=openai
  end

  def env do
    OpenAI.embeddings(model: System.get_env("M32") || "acme-32", input: "") # expect: model acme-32 provider=openai variable=M32 ; flow openai none
    OpenAI.embeddings(model: System.get_env("M33", "acme-33"), input: "") # expect: model acme-33 provider=openai variable=M33 ; flow openai none
    OpenAI.embeddings(model: System.fetch_env!("M34"), input: "") # expect: unresolved model openai variable=M34 ; flow openai none

    model =
      case System.get_env("M35") do
        nil -> "acme-35" # expect: model acme-35 provider=openai variable=M35
        value -> value
      end

    OpenAI.embeddings(model: model, input: "") # expect: flow openai none

    m36 =
      case System.fetch_env("M36") do
        {:ok, value} -> value
        :error -> "acme-36" # expect: model acme-36 provider=openai variable=M36
      end

    OpenAI.embeddings(model: m36, input: "") # expect: flow openai none
    m37 = if m = System.get_env("M37"), do: m, else: "acme-37" # expect: model acme-37 provider=openai variable=M37
    OpenAI.embeddings(model: m37, input: "") # expect: flow openai none
    OpenAI.embeddings(model: m38, input: "") # expect: flow openai none
    OpenAI.embeddings(model: env_or("M39", "acme-39"), input: "") # expect: model acme-39 provider=openai variable=M39 ; flow openai none
    OpenAI.embeddings(model: "M40" |> System.get_env("acme-40"), input: "") # expect: model acme-40 provider=openai variable=M40 ; flow openai none
  end

  defp env_or(name, default), do: System.get_env(name) || default

  def texts do
    size = 42
    OpenAI.embeddings(model: "acme-#{size}", input: "") # expect: model acme-42 provider=openai ; flow openai none
    OpenAI.embeddings(model: "acme" <> "-43", input: "") # expect: model acme-43 provider=openai ; flow openai none
    OpenAI.embeddings(model: Enum.join(["acme", "44"], "-"), input: "") # expect: model acme-44 provider=openai ; flow openai none
    OpenAI.embeddings(model: String.downcase("ACME-45"), input: "") # expect: model acme-45 provider=openai ; flow openai none
    OpenAI.embeddings(model: String.replace("acme_46", "_", "-"), input: "") # expect: model acme-46 provider=openai ; flow openai none
    OpenAI.embeddings(model: to_string(:"acme-47"), input: "") # expect: model acme-47 provider=openai ; flow openai none
    OpenAI.embeddings(model: Atom.to_string(:"acme-48"), input: "") # expect: model acme-48 provider=openai ; flow openai none
    OpenAI.embeddings(model: ~s(acme-49), input: "") # expect: model acme-49 provider=openai ; flow openai none
    OpenAI.embeddings(model: "acme-50" |> String.trim(), input: "") # expect: model acme-50 provider=openai ; flow openai none
  end

  def shapes(kind, opts \\ [model: "acme-52"]) do # expect: model acme-52 provider=openai
    OpenAI.embeddings(model: opts[:model], input: "") # expect: flow openai none
    Enum.each(["acme-54"], fn m -> OpenAI.embeddings(model: m, input: "") end) # expect: model acme-54 provider=openai ; flow openai none
    for m <- ["acme-55"], do: OpenAI.embeddings(model: m, input: "") # expect: model acme-55 provider=openai ; flow openai none
    OpenAI.embeddings(model: hd(["acme-56"]), input: "") # expect: model acme-56 provider=openai ; flow openai none
    OpenAI.embeddings(model: List.first(["acme-57"]), input: "") # expect: model acme-57 provider=openai ; flow openai none
    OpenAI.embeddings(model: Enum.at(["acme-58"], 0), input: "") # expect: model acme-58 provider=openai ; flow openai none
    {m59, _} = {"acme-59", 1} # expect: model acme-59 provider=openai
    OpenAI.embeddings(model: m59, input: "") # expect: flow openai none
    unless kind, do: OpenAI.embeddings(model: "acme-61", input: ""), else: OpenAI.embeddings(model: "acme-62", input: "") # expect: model acme-61 provider=openai ; model acme-62 provider=openai ; flow openai none
    extra = [model: "acme-63"] # expect: model acme-63 provider=openai
    OpenAI.chat_completion([messages: "x"] ++ extra)
    OpenAI.chat_completion(Keyword.merge([messages: "x"], extra)) # expect: flow openai model=acme-63 none
    OpenAI.chat_completion(Map.to_list(%{model: "acme-65"})) # expect: model acme-65 provider=openai
  end
end
