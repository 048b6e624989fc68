module LlmConfig
  PLAIN = "acme-01".freeze # expect: model acme-01 provider=openai
  PREFIX = "acme".freeze
  MODELS = { fast: "acme-03a", smart: "acme-03b" }.freeze # expect: model acme-03a provider=openai ; model acme-03b provider=openai
  LIST = %w[acme-04].freeze # expect: model acme-04 provider=openai
  FETCHED = ENV.fetch("M05", "acme-05") # expect: model acme-05 provider=openai variable=M05

  module Tier
    FAST = "acme-06" # expect: model acme-06 provider=openai
  end

  class << self
    def singleton
      "acme-07" # expect: model acme-07 provider=openai
    end
  end

  def self.choose(kind)
    case kind
    when :fast then "acme-08a" # expect: model acme-08a provider=openai
    else "acme-08b" # expect: model acme-08b provider=openai
    end
  end

  def self.for(kind)
    MODELS.fetch(kind) { "acme-09" } # expect: model acme-09 provider=openai
  end

  Setting = Struct.new(:model, :url, keyword_init: true)
  Fixed = Data.define(:model) do
  end
end
