defmodule Shop.Clients do
  # expect: use openai http
  # expect: endpoint https://api.openai.com/v1 provider=openai ; endpoint https://api.openai.com/v1/chat/completions provider=openai ; endpoint https://api.openai.com/v1/embeddings provider=openai
  @base "https://api.openai.com/v1"
  # expect: model gpt-4o-mini provider=openai
  @model "gpt-4o-mini"

  def req(question) do
    client = Req.new(base_url: @base, auth: {:bearer, System.get_env("OPENAI_API_KEY")})

    # expect: flow openai model=gpt-4o-mini user-content
    Req.post!(client,
      url: "/chat/completions",
      json: %{model: @model, messages: [%{role: "user", content: question}]}
    )
  end

  def piped(question) do
    Req.new(base_url: @base)
    # expect: model text-embedding-3-small provider=openai ; flow openai model=text-embedding-3-small user-content
    |> Req.post(url: "/embeddings", json: %{"model" => "text-embedding-3-small", "input" => question})
  end

  def client_of_one_address(question) do
    # expect: use cohere http ; endpoint https://api.cohere.com/v2/chat provider=cohere
    Req.new(base_url: "https://api.cohere.com/v2/chat")
    |> Req.Request.put_header("accept", "application/json")
    # expect: model command-r-plus provider=cohere ; flow cohere model=command-r-plus user-content
    |> Req.post(json: %{"model" => "command-r-plus", "messages" => question})
  end

  def poison(question) do
    body = Jason.encode!(%{model: "claude-3-5-haiku-20241022", messages: question}) # expect: model claude-3-5-haiku-20241022 provider=anthropic
    # expect: use anthropic http ; endpoint https://api.anthropic.com/v1/messages provider=anthropic ; flow anthropic model=claude-3-5-haiku-20241022 user-content
    HTTPoison.post!("https://api.anthropic.com/v1/messages", body, [{"content-type", "application/json"}])
  end

  def finch(question) do
    {:ok, body} = Jason.encode(%{model: "mistral-small-latest", messages: question}) # expect: model mistral-small-latest provider=mistral
    # expect: use mistral http ; endpoint https://api.mistral.ai/v1/chat/completions provider=mistral ; flow mistral model=mistral-small-latest user-content
    Finch.build(:post, "https://api.mistral.ai/v1/chat/completions", [], body)
    |> Finch.request(Shop.Finch)
  end

  def tesla(question) do
    client =
      Tesla.client([
        # expect: use groq http ; endpoint https://api.groq.com/openai/v1 provider=groq ; endpoint https://api.groq.com/openai/v1/chat/completions provider=groq
        {Tesla.Middleware.BaseUrl, "https://api.groq.com/openai/v1"},
        Tesla.Middleware.JSON
      ])

    # expect: model llama-3.3-70b-versatile provider=groq ; flow groq model=llama-3.3-70b-versatile user-content
    Tesla.post(client, "/chat/completions", %{model: "llama-3.3-70b-versatile", messages: question})
  end

  def httpc(question) do
    body = Jason.encode!(%{model: "deepseek-chat", messages: question}) # expect: model deepseek-chat provider=deepseek
    # expect: use deepseek http ; endpoint https://api.deepseek.com/chat/completions provider=deepseek ; flow deepseek model=deepseek-chat user-content
    :httpc.request(:post, {~c"https://api.deepseek.com/chat/completions", [], ~c"application/json", body}, [], [])
  end

  def decoys(question) do
    Req.post!("https://shop.example/v1/chat", json: %{model: "x", messages: question}) # ok: nobody's
    Req.get!("https://platform.openai.com/docs") # ok: a page
    :httpc.request(:get, {~c"https://shop.example", []}, [], []) # ok
    Mailer.post(question) # ok
  end
end
