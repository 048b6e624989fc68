defmodule Shop.Clients do
  alias OpenaiEx.Chat # expect: use openai import
  alias OpenaiEx.Images

  def openai(question) do
    client = OpenaiEx.new("x")
    request = Chat.Completions.new(model: "gpt-4o-mini", messages: [%{role: "user", content: question}]) # expect: model gpt-4o-mini provider=openai ; flow openai model=gpt-4o-mini user-content
    Chat.Completions.create!(client, request) # expect: flow openai user-content
  end

  def images(prompt) do
    OpenaiEx.new("x") |> Images.generate(%{model: "gpt-image-1", prompt: prompt}) # expect: model gpt-image-1 provider=openai ; flow openai model=gpt-image-1 user-content
  end

  def responses(question) do
    ExOpenAI.Responses.create_response(question, "gpt-4.1") # expect: model gpt-4.1 provider=openai ; flow openai model=gpt-4.1 user-content
  end

  def gemini(question) do
    Gemini.generate(question, model: "gemini-2.0-flash") # expect: use google-gemini import ; model gemini-2.0-flash provider=google-gemini ; flow google-gemini model=gemini-2.0-flash user-content
  end

  def decoy(question), do: Completions.create(question, "gpt") # ok: nobody's
end
