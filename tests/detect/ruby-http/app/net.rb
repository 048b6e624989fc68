require "net/http"
require "json"

class Net1
  # expect: use openai http ; endpoint https://api.openai.com/v1/chat/completions provider=openai
  URL = "https://api.openai.com/v1/chat/completions"
  # expect: model gpt-4o-mini provider=openai
  MODEL = "gpt-4o-mini"

  def started(question)
    uri = URI.parse(URL)
    request = Net::HTTP::Post.new(uri)
    request["Authorization"] = "Bearer #{ENV["OPENAI_API_KEY"]}"
    request.body = { model: MODEL, messages: [{ role: "user", content: question }] }.to_json
    Net::HTTP.start(uri.host, uri.port, use_ssl: true) do |http|
      http.request(request) # expect: flow openai model=gpt-4o-mini user-content
    end
  end

  def held(email)
    uri = URI(URL)
    http = Net::HTTP.new(uri.host, uri.port)
    req = Net::HTTP::Post.new(uri.request_uri)
    req.body = JSON.generate(model: MODEL, messages: [{ role: "user", content: email }])
    http.request(req) # expect: flow openai model=gpt-4o-mini personal
  end

  def short(prompt)
    body = { model: "gpt-4.1", input: prompt } # expect: model gpt-4.1 provider=openai
    Net::HTTP.post(URI("https://api.openai.com/v1/responses"), body.to_json) # expect: endpoint https://api.openai.com/v1/responses provider=openai ; flow openai model=gpt-4.1 user-content
  end

  def by_host(prompt)
    http = Net::HTTP.new("api.mistral.ai", 443) # expect: use mistral http ; endpoint https://api.mistral.ai/v1/chat/completions provider=mistral
    http.use_ssl = true
    req = Net::HTTP::Post.new("/v1/chat/completions")
    req.body = { model: "mistral-small-latest", messages: prompt }.to_json # expect: model mistral-small-latest provider=mistral
    # expect: flow mistral model=mistral-small-latest user-content
    http.request(req)
  end
end
