class Party
  include HTTParty
  base_uri "https://api.together.xyz/v1" # expect: use together http ; endpoint https://api.together.xyz/v1 provider=together ; endpoint https://api.together.xyz/v1/chat/completions provider=together

  def ask(question)
    # expect: flow together model=meta-llama/Llama-3.3-70B-Instruct-Turbo user-content
    self.class.post("/chat/completions",
                    # expect: model meta-llama/Llama-3.3-70B-Instruct-Turbo provider=together
                    body: { model: "meta-llama/Llama-3.3-70B-Instruct-Turbo", messages: question }.to_json)
  end
end
