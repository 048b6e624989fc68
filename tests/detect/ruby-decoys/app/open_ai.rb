# OpenAI::Client.new in a comment is nothing.
module Vendors
  module OpenAI # ok: a module of the tree's own
    class Client
      def chat(parameters:)
        parameters
      end
    end
  end

  class Ask
    def call
      OpenAI::Client.new.chat(parameters: { model: "house-model" }) # ok: Vendors::OpenAI, which is defined here
    end
  end
end
