require "openai"  # expect: use openai import
class Answers
  def call(text)
    client = OpenAI::Client.new
    client.chat(parameters: { model: "gpt-4o", messages: [{ role: "user", content: text }] })  # expect: flow openai user-content; model gpt-4o provider=openai
  end
end
