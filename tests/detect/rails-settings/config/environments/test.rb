Rails.application.configure do
  config.x.llm.model = "gpt-3.5-turbo" # expect: model gpt-3.5-turbo provider=openai
end
