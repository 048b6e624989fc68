defmodule Shop.Chat do
  @model Application.compile_env(:shop, :model)

  def compiled(question) do
    # expect: use openai import ; flow openai model=gpt-4o-mini user-content
    OpenAI.chat_completion(model: @model, messages: question)
  end

  def fetched(question) do
    # expect: flow openai model=gpt-4.1 user-content
    OpenAI.chat_completion(model: Application.fetch_env!(:shop, :openai)[:chat], messages: question)
  end

  def keyword(question) do
    model = Application.get_env(:shop, Shop.Embed) |> Keyword.fetch!(:model)
    # expect: flow openai model=text-embedding-3-small user-content
    OpenAI.embeddings(model: model, input: question)
  end

  def from_environment(question) do
    # expect: use anthropic import ; flow anthropic model=claude-3-5-haiku-20241022 user-content
    Anthropix.chat(client(), model: Application.get_env(:shop, :claude), messages: question)
  end

  def with_default(question) do
    # expect: model gpt-4.1-mini provider=openai variable=missing ; flow openai model=gpt-4.1-mini user-content
    OpenAI.chat_completion(model: Application.get_env(:shop, :missing, "gpt-4.1-mini"), messages: question)
  end

  def bare(question) do
    # expect: unresolved model openai variable=BARE_MODEL ; flow openai user-content
    OpenAI.chat_completion(model: Application.get_env(:shop, :bare), messages: question)
  end

  def bound(question) do
    with {:ok, model} <- choose() do
      # expect: flow openai model=gpt-4o-mini user-content
      OpenAI.chat_completion(model: model, messages: question)
    end
  end

  defp choose, do: {:ok, Application.get_env(:shop, :model)}
  defp client, do: Anthropix.init("x")
end
