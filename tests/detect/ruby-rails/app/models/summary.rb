class Summary
  MODEL = ENV["SUMMARY_MODEL"] || "claude-3-5-haiku-20241022"

  def write(text)
    RubyLLM.chat(model: MODEL).ask("Summarise: #{text}")
  end

  def embed(text)
    RubyLLM.embed(text, model: "text-embedding-3-small")
  end
end
