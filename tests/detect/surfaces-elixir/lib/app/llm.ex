defmodule App.Llm do
  def ask(question) do
    # expect: flow openai user-content; model gpt-4o provider=openai; use openai import
    OpenAI.chat_completion(model: "gpt-4o", messages: [%{role: "user", content: question}])
  end
end
