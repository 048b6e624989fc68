require 'discordrb'
require 'openai'  # expect: use openai import
client = OpenAI::Client.new
bot = Discordrb::Bot.new token: 'x'
bot.message(start_with: '!') do |event|  # expect: surface chat bot discord asks=bot.rb:6
  event.respond client.chat(parameters: { model: 'gpt-4o', messages: [{ role: 'user', content: event.content }] })  # expect: flow openai unresolved; model gpt-4o provider=openai
end
bot.ready do |event|
  puts 'hi'
end
