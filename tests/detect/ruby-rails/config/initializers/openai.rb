# Rails loads the library by its constant: nothing requires it.
# expect: use openai import
# expect: use openrouter http
OpenAI.configure do |config|
  config.access_token = ENV.fetch("OPENROUTER_API_KEY")
  # expect: endpoint https://openrouter.ai/api/v1 provider=openrouter variable=LLM_URL
  config.uri_base = ENV.fetch("LLM_URL", "https://openrouter.ai/api/v1")
end
