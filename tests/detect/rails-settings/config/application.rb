module Shop
  class Application < Rails::Application
    config.x.llm.model = "gpt-4o-mini" # expect: model gpt-4o-mini provider=openai
    config.summary_model = ENV.fetch("SUMMARY_MODEL", "gpt-4.1-mini") # expect: model gpt-4.1-mini provider=openai variable=SUMMARY_MODEL
  end
end
