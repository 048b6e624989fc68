# Rails loads the library by its constant: nothing requires it.
OpenAI.configure do |config|
  config.access_token = ENV.fetch("OPENROUTER_API_KEY")
  config.uri_base = ENV.fetch("LLM_URL", "https://openrouter.ai/api/v1")
end
