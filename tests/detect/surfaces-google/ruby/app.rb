require "functions_framework"
require "openai"  # expect: use openai import

CLIENT = OpenAI::Client.new

FunctionsFramework.http "chat" do |request|  # expect: surface chat route http route=/chat
  # expect: flow openai user-content; model gpt-4o provider=openai
  CLIENT.chat(parameters: { model: "gpt-4o", messages: [{ role: "user", content: request.params["question"] }] })
end
