defmodule Shop.Chat do
  @moduledoc """
  Answers through https://api.openai.com with gpt-4o.
  """
  # expect: use langchain import
  alias LangChain.ChatModels.{ChatAnthropic, ChatOpenAI}
  alias Shop.Settings

  # expect: model gpt-4o-mini provider=openai
  @model "gpt-4o-mini"

  def openai(prompt) do
    # expect: use openai sdk-call
    ChatOpenAI.new!(%{model: @model, stream: false})
    |> run(prompt)
  end

  def claude(prompt) do
    # expect: use anthropic sdk-call
    run(ChatAnthropic.new!(%{model: Settings.claude()}), prompt)
  end

  def req(prompt) do
    # expect: model claude-3-5-haiku-20241022 provider=anthropic variable=CHAT_MODEL
    model = System.get_env("CHAT_MODEL", "anthropic:claude-3-5-haiku-20241022")
    # expect: use req-llm import
    # expect: flow anthropic model=claude-3-5-haiku-20241022 user-content
    ReqLLM.generate_text(model, "Answer: #{prompt}")
  end

  def raw(prompt) do
    # expect: use mistral http ; flow mistral model=mistral-small-latest user-content
    # expect: endpoint https://api.mistral.ai/v1/chat/completions provider=mistral
    Req.post!("https://api.mistral.ai/v1/chat/completions",
      # expect: model mistral-small-latest provider=mistral
      json: %{"model" => "mistral-small-latest", "messages" => prompt}
    )
  end

  def direct(prompt) do
    # expect: model gpt-4.1 provider=openai
    [model: "gpt-4.1", messages: [%{role: "user", content: prompt}]]
    # expect: flow openai model=gpt-4.1 user-content
    |> OpenAI.chat_completion()
  end

  defp run(llm, prompt), do: {llm, prompt}
end
