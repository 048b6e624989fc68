# Named like the vendor's module, which :: tells apart; Bundler loads the gem.
class Chat::Anthropic < Chat::Base
  def reply(messages)
    # expect: use anthropic import
    client = ::Anthropic::Client.new(access_token: token)
    # expect: model claude-3-5-sonnet-20241022 provider=anthropic ; flow anthropic user-content
    client.messages(parameters: { model: "claude-3-5-sonnet-20241022", messages: messages })
  end
end
