module Support
  class Answer
    # expect: model gpt-4.1-mini provider=openai
    DEFAULT = "gpt-4.1-mini".freeze

    def initialize(question, model: DEFAULT)
      @question = question
      @model = model
    end

    def call
      # expect: flow openai model=gpt-4.1-mini user-content
      client.chat(
        parameters: {
          model: @model,
          messages: [{ role: "user", content: "Answer: #{@question}" }]
        }
      )
    end

    private

    def client
      # expect: use openai import
      @client ||= OpenAI::Client.new(access_token: Rails.application.credentials.openai)
    end
  end
end
