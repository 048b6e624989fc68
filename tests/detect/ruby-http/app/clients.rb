class Clients
  # expect: use groq http ; endpoint https://api.groq.com/openai/v1 provider=groq ; endpoint https://api.groq.com/openai/v1/chat/completions provider=groq
  GROQ = "https://api.groq.com/openai/v1"

  def connection
    @connection ||= Faraday.new(url: GROQ) do |f|
      f.request :json
    end
  end

  def faraday(question)
    # expect: flow groq model=llama-3.3-70b-versatile user-content
    connection.post("chat/completions") do |req|
      req.headers["Authorization"] = "Bearer x"
      # expect: model llama-3.3-70b-versatile provider=groq
      req.body = { model: "llama-3.3-70b-versatile", messages: [{ role: "user", content: question }] }.to_json
    end
  end

  def faraday_once(question)
    # expect: flow groq model=llama-3.1-8b-instant user-content ; endpoint https://api.groq.com/openai/v1/embeddings provider=groq
    Faraday.post("#{GROQ}/embeddings", { model: "llama-3.1-8b-instant", input: question }.to_json) # expect: model llama-3.1-8b-instant provider=groq
  end

  def httparty(question)
    # expect: use anthropic http ; endpoint https://api.anthropic.com/v1/messages provider=anthropic ; flow anthropic model=claude-3-5-haiku-20241022 user-content
    HTTParty.post("https://api.anthropic.com/v1/messages",
                  headers: { "x-api-key" => ENV["ANTHROPIC_API_KEY"] },
                  # expect: model claude-3-5-haiku-20241022 provider=anthropic
                  body: { model: "claude-3-5-haiku-20241022", messages: [{ role: "user", content: question }] }.to_json)
  end

  def http_rb(question)
    # expect: use deepseek http ; endpoint https://api.deepseek.com/chat/completions provider=deepseek ; flow deepseek model=deepseek-chat user-content
    HTTP.auth("Bearer x").post("https://api.deepseek.com/chat/completions",
                               # expect: model deepseek-chat provider=deepseek
                               json: { model: "deepseek-chat", messages: question })
  end

  def rest_client(question)
    payload = { model: "command-r-plus", message: question }.to_json # expect: model command-r-plus provider=cohere
    # expect: use cohere http ; endpoint https://api.cohere.com/v1/chat provider=cohere ; flow cohere model=command-r-plus user-content
    RestClient.post("https://api.cohere.com/v1/chat", payload, { content_type: :json })
  end

  def rest_client_execute(question)
    # expect: flow cohere model=embed-english-v3.0 user-content
    RestClient::Request.execute(method: :post,
                                url: "https://api.cohere.com/v1/embed", # expect: endpoint https://api.cohere.com/v1/embed provider=cohere
                                # expect: model embed-english-v3.0 provider=cohere
                                payload: { model: "embed-english-v3.0", texts: [question] }.to_json)
  end

  def typhoeus(question)
    # expect: use xai http ; endpoint https://api.x.ai/v1/chat/completions provider=xai ; model grok-3 provider=xai ; flow xai model=grok-3 user-content
    Typhoeus.post("https://api.x.ai/v1/chat/completions", body: JSON.dump({ model: "grok-3", messages: question }))
  end

  def client_of_one_address(question)
    # expect: use mistral http ; endpoint https://api.mistral.ai/v1/chat/completions provider=mistral
    mistral = Faraday.new(url: "https://api.mistral.ai/v1/chat/completions")
    # expect: model mistral-large-latest provider=mistral ; flow mistral model=mistral-large-latest user-content
    mistral.post { |req| req.body = { model: "mistral-large-latest", messages: question }.to_json }
  end

  def excon(question)
    client = Excon.new("https://api.perplexity.ai") # expect: use perplexity http ; endpoint https://api.perplexity.ai provider=perplexity ; endpoint https://api.perplexity.ai/chat/completions provider=perplexity
    # expect: model sonar-pro provider=perplexity ; flow perplexity model=sonar-pro user-content
    client.post(path: "/chat/completions", body: { model: "sonar-pro", messages: question }.to_json)
  end
end
