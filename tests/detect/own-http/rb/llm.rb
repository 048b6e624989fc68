require_relative "rest_gateway"

class Llm
  def ask(text)
    RestGateway.new.submit("https://api.groq.com/openai/v1/chat/completions", { model: "llama-3.1-8b-instant", messages: [{ role: "user", content: text }] })  # expect: endpoint https://api.groq.com/openai/v1/chat/completions provider=groq; flow groq user-content; model llama-3.1-8b-instant provider=groq; use groq http
  end
end
