class SettingsObject
  attr_reader :model, :other
  attr_accessor :late

  DEFAULTS = { model: "acme-11" }.freeze # expect: model acme-11 provider=openai

  def initialize(model: "acme-12", other: nil, **opts) # expect: model acme-12 provider=openai
    @model = model
    @other = other || ENV["M13"] || "acme-13" # expect: model acme-13 provider=openai variable=M13
    @opts = DEFAULTS.merge(opts)
  end

  def opts = @opts

  def memo
    @memo ||= ENV.fetch("M14") { "acme-14" } # expect: model acme-14 provider=openai variable=M14
  end

  class << self
    attr_accessor :configured

    def configure
      yield self
    end
  end
end
