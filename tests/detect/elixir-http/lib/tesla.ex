defmodule Shop.Together do
  use Tesla

  # expect: use together http ; endpoint https://api.together.xyz/v1 provider=together ; endpoint https://api.together.xyz/v1/chat/completions provider=together
  plug Tesla.Middleware.BaseUrl, "https://api.together.xyz/v1"
  plug Tesla.Middleware.JSON

  def ask(question) do
    # expect: model meta-llama/Llama-3.3-70B-Instruct-Turbo provider=together ; flow together model=meta-llama/Llama-3.3-70B-Instruct-Turbo user-content
    post("/chat/completions", %{model: "meta-llama/Llama-3.3-70B-Instruct-Turbo", messages: question})
  end
end
