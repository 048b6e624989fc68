class Chat
  def client
    # expect: use openai import
    OpenAI::Client.new(access_token: Rails.application.credentials.dig(:openai, :key))
  end

  def configured(question)
    # expect: flow openai model=gpt-4o-mini user-content
    client.chat(parameters: { model: Rails.configuration.x.llm.model, messages: question })
  end

  def embed(question)
    # expect: flow openai model=text-embedding-3-small user-content
    client.embeddings(parameters: { model: Rails.application.config.x.llm.embedding, input: question })
  end

  def summarise(question)
    # expect: flow openai model=gpt-4.1-mini user-content
    client.chat(parameters: { model: Rails.configuration.summary_model, messages: question })
  end

  def from_yaml(question)
    settings = Rails.application.config_for(:llm)
    # expect: flow openai user-content
    client.chat(parameters: { model: settings[:model], messages: question })
  end

  def from_settings(question)
    # expect: flow openai model=gpt-4.1-nano user-content
    client.chat(parameters: { model: Settings.openai.model, messages: question })
  end

  def secret(question)
    # expect: flow openai user-content ; unresolved model openai variable=credentials.openai.model
    client.chat(parameters: { model: Rails.application.credentials.openai[:model], messages: question })
  end

  def unset(question)
    # expect: flow openai user-content ; unresolved model openai variable=configuration.x.llm.other
    client.chat(parameters: { model: Rails.configuration.x.llm.other, messages: question })
  end
end
