module Support
  class Answer
    DEFAULT = "gpt-4.1-mini".freeze

    def initialize(question, model: DEFAULT)
      @question = question
      @model = model
    end

    def call
      client.chat(
        parameters: {
          model: @model,
          messages: [{ role: "user", content: "Answer: #{@question}" }]
        }
      )
    end

    private

    def client
      @client ||= OpenAI::Client.new(access_token: Rails.application.credentials.openai)
    end
  end
end
