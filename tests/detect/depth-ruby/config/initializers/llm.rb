SettingsObject.configure do |config|
end

Rails.application.config.llm_model = ENV.fetch("M16", "acme-16") # expect: model acme-16 provider=openai variable=M16
Rails.application.config.x.llm.model = "acme-17" # expect: model acme-17 provider=openai

OpenAI.configure do |config| # expect: use openai import ; use groq http
  config.access_token = ENV["OPENAI_API_KEY"]
  config.uri_base = "https://api.groq.com/openai/v1" # expect: endpoint https://api.groq.com/openai/v1 provider=groq
end
