require "mistral-ai" # expect: use mistral import
require "open_router" # expect: use openrouter import
require "gemini-ai" # expect: use google-gemini import

class Clients
  def mistral(question)
    client = Mistral.new(credentials: { api_key: "x" }, options: {})
    # expect: flow mistral model=mistral-small-latest user-content
    client.chat_completions({ model: "mistral-small-latest", messages: [{ role: "user", content: question }] }) # expect: model mistral-small-latest provider=mistral
  end

  def open_router(question)
    client = OpenRouter::Client.new(access_token: "x")
    # expect: flow openrouter model=openai/gpt-4o-mini user-content
    client.complete([{ role: "user", content: question }], model: "openai/gpt-4o-mini") # expect: model openai/gpt-4o-mini provider=openrouter
  end

  def ollama(question)
    client = Ollama::Client.new(base_url: "http://localhost:11434") # expect: use ollama import ; endpoint http://localhost:11434 provider=ollama
    client.chat(model: "llama3.2", messages: question) # expect: flow ollama model=llama3.2 user-content ; model llama3.2 provider=ollama
  end

  def gemini(question)
    client = Gemini.new(credentials: { service: "generative-language-api" }, options: { model: "gemini-2.0-flash" }) # expect: model gemini-2.0-flash provider=google-gemini
    client.generate_content({ contents: { role: "user", parts: { text: question } } }) # expect: flow google-gemini model=gemini-2.0-flash user-content
  end

  def bedrock(question)
    client = Anthropic::BedrockClient.new(aws_region: "eu-central-1") # expect: use anthropic import ; use aws-bedrock sdk-call ; endpoint https://bedrock-runtime.eu-central-1.amazonaws.com provider=aws-bedrock
    # expect: flow aws-bedrock model=anthropic.claude-3-haiku-20240307-v1:0 user-content
    client.messages.create(model: "anthropic.claude-3-haiku-20240307-v1:0", messages: question) # expect: model anthropic.claude-3-haiku-20240307-v1:0 provider=aws-bedrock
  end

  def agent(question)
    chat = RubyLLM.chat(model: "gpt-4o-mini") # expect: use ruby-llm import ; use openai sdk-call ; model gpt-4o-mini provider=openai
    chat.with_instructions("Be brief").ask(question) # expect: flow openai model=gpt-4o-mini user-content ; flow openai model=gpt-4o-mini none
  end
end
