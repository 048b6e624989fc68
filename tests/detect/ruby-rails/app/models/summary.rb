class Summary
  # expect: model claude-3-5-haiku-20241022 provider=anthropic variable=SUMMARY_MODEL
  MODEL = ENV["SUMMARY_MODEL"] || "claude-3-5-haiku-20241022"

  def write(text)
    # expect: use anthropic sdk-call
    # expect: use ruby-llm import
    # expect: flow anthropic model=claude-3-5-haiku-20241022 user-content
    RubyLLM.chat(model: MODEL).ask("Summarise: #{text}")
  end

  def embed(text)
    # expect: use openai sdk-call
    # expect: model text-embedding-3-small provider=openai
    # expect: flow openai model=text-embedding-3-small user-content
    RubyLLM.embed(text, model: "text-embedding-3-small")
  end
end
