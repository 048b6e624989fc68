module Vendors
  class Uses
    def call
      OpenAI::Client.new.chat(parameters: {}) # ok: another file opens the same module
    end
  end
end
