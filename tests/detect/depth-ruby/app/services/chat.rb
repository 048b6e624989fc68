require "openai" # expect: use openai import

class Chat
  include LlmConfig

  def ask(model)
  end

  def constants(kind)
    OpenAI::Client.new.embeddings(parameters: { model: LlmConfig::PLAIN, input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: JOINED, input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: LlmConfig::MODELS[kind], input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: LlmConfig::LIST.first, input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: LlmConfig::FETCHED, input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: LlmConfig::Tier::FAST, input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: LlmConfig.singleton, input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: LlmConfig.choose(kind), input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: LlmConfig.for(kind), input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: LlmConfig::Setting.new(model: "acme-18").model, input: '' }) # expect: model acme-18 provider=openai ; flow openai none
  end

  def settings
    OpenAI::Client.new.embeddings(parameters: { model: SettingsObject.new.opts[:model], input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: SettingsObject.new.model, input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: SettingsObject.new.other, input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: SettingsObject.new.memo, input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: Rails.application.config.llm_model, input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: Rails.configuration.x.llm.model, input: '' }) # expect: flow openai none
    late = SettingsObject.new
    late.late = "acme-19" # expect: model acme-19 provider=openai
    OpenAI::Client.new.embeddings(parameters: { model: late.late, input: '' }) # expect: flow openai none
  end

  def env(args)
    OpenAI::Client.new.embeddings(parameters: { model: ENV["M20"] || "acme-20", input: '' }) # expect: model acme-20 provider=openai variable=M20 ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: ENV["M21"].presence || "acme-21", input: '' }) # expect: model acme-21 provider=openai variable=M21 ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: ENV.fetch("M22", "acme-22"), input: '' }) # expect: model acme-22 provider=openai variable=M22 ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: ENV.fetch("M23") { "acme-23" }, input: '' }) # expect: model acme-23 provider=openai variable=M23 ; flow openai none
    model = ENV["M24"]
    model = "acme-24" if model.nil? || model.empty? # expect: model acme-24 provider=openai variable=M24
    OpenAI::Client.new.embeddings(parameters: { model: model, input: '' }) # expect: flow openai none
    m25 = ENV["M25"]
    m25 ||= "acme-25" # expect: model acme-25 provider=openai variable=M25
    OpenAI::Client.new.embeddings(parameters: { model: m25, input: '' }) # expect: flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: ENV["M26"].to_s.empty? ? "acme-26" : ENV["M26"], input: '' }) # expect: model acme-26 provider=openai variable=M26 ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: ENV.key?("M27") ? ENV["M27"] : "acme-27", input: '' }) # expect: model acme-27 provider=openai variable=M27 ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: ENV.fetch("M28", nil) || "acme-28", input: '' }) # expect: model acme-28 provider=openai variable=M28 ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: (args[:model] || "acme-29"), input: '' }) # expect: model acme-29 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: args.fetch(:model, "acme-30"), input: '' }) # expect: model acme-30 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: ENV["M31"], input: '' }) # expect: unresolved model openai variable=M31 ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: ENV.values_at("M32").first || "acme-32", input: '' }) # expect: model acme-32 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: ENV["M33"] or "acme-33", input: '' }) # expect: model acme-33 provider=openai variable=M33 ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: args.dig(:llm, :model) || "acme-34", input: '' }) # expect: model acme-34 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: env_or("M35", "acme-35"), input: '' }) # expect: model acme-35 provider=openai variable=M35 ; flow openai none
  end

  def env_or(name, default) = ENV.fetch(name, default)

  def texts
    size = 36
    OpenAI::Client.new.embeddings(parameters: { model: "acme-#{size}", input: '' }) # expect: model acme-36 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: format("acme-%d", 37), input: '' }) # expect: model acme-37 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: "acme-%s" % "38", input: '' }) # expect: model acme-38 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: "acme" + "-39", input: '' }) # expect: model acme-39 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: ["acme", "40"].join("-"), input: '' }) # expect: model acme-40 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: "ACME-41".downcase, input: '' }) # expect: model acme-41 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: "x/acme-42".delete_prefix("x/"), input: '' }) # expect: model acme-42 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: "acme_43".tr("_", "-"), input: '' }) # expect: model acme-43 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: "acme_44".sub("_", "-"), input: '' }) # expect: model acme-44 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: :"acme-45".to_s, input: '' }) # expect: model acme-45 provider=openai ; flow openai none
      acme-46
    M
    OpenAI::Client.new.embeddings(parameters: { model: "acme" "-47", input: '' }) # expect: model acme-47 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: String.new("acme-48"), input: '' }) # expect: model acme-48 provider=openai ; flow openai none
  end

  def spread
    opts = { model: "acme-49" } # expect: model acme-49 provider=openai
    OpenAI::Client.new.chat(parameters: { **opts, messages: [] }) # expect: flow openai model=acme-49 none
    base = { model: "acme-50" } # expect: model acme-50 provider=openai
    OpenAI::Client.new.chat(parameters: base.merge(messages: [])) # expect: flow openai model=acme-50 none
    third = {}
    OpenAI::Client.new.chat(parameters: third) # expect: flow openai none
    OpenAI::Client.new.chat(parameters: { messages: [], **params }) # expect: flow openai model=acme-52 unresolved
    model = "acme-53" # expect: model acme-53 provider=openai
    OpenAI::Client.new.chat(parameters: { model:, messages: [] }) # expect: flow openai model=acme-53 none
    OpenAI::Client.new.chat(parameters: { "model" => "acme-54", messages: [] }) # expect: flow openai model=acme-54 none ; model acme-54 provider=openai
    OpenAI::Client.new.chat(parameters: { messages: [] }.reverse_merge(model: "acme-56")) # expect: flow openai model=acme-56 none ; model acme-56 provider=openai
  end

  def params = { model: "acme-52" } # expect: model acme-52 provider=openai

  def lambdas(kind)
    %w[acme-59a acme-59b].each { |m| OpenAI::Client.new.embeddings(parameters: { model: m, input: '' }) } # expect: model acme-59a provider=openai ; model acme-59b provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: { a: "acme-61" }.values.first, input: '' }) # expect: model acme-61 provider=openai ; flow openai none
    OpenAI::Client.new.embeddings(parameters: { model: %w[acme-62].sample, input: '' }) # expect: model acme-62 provider=openai ; flow openai none
    if (m = ENV["M63"])
    end
    OpenAI::Client.new.embeddings(parameters: { model: LlmConfig::MODELS.dig(:fast), input: '' }) # expect: flow openai none
    go(case kind
       end)
  end

  def lazily
    require "anthropic" # expect: use anthropic import
    Anthropic::Client.new.messages(parameters: { model: "acme-65", messages: [] }) # expect: flow anthropic model=acme-65 none ; model acme-65 provider=anthropic
  end
end

class Base
  def model = self.class::MODEL

  def call = OpenAI::Client.new.chat(parameters: { model: model, messages: [] }) # expect: flow openai none
end

class Sub < Base
  MODEL = "acme-66" # expect: model acme-66 provider=openai
end

class AttrBase
  class_attribute :llm_model, default: "acme-67" # expect: model acme-67 provider=openai
  cattr_accessor :second, default: "acme-68" # expect: model acme-68 provider=openai

  def call = OpenAI::Client.new.chat(parameters: { model: llm_model, messages: [] }) # expect: flow openai model=acme-67 none
  def call2 = OpenAI::Client.new.chat(parameters: { model: self.class.second, messages: [] }) # expect: flow openai model=acme-68 none
end
