class AskJob < ApplicationJob
  def perform(q)
    # expect: flow openai special-category; use openai import
    OpenAI::Client.new.chat(parameters: { messages: [{ role: "user", content: q }] })
  end
end
