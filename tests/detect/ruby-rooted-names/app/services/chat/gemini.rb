module Chat
  class Gemini < Base
    def client
      ::Gemini.new(credentials: { service: "generative-language-api" }) # expect: use google-gemini sdk-call
    end
  end
end
