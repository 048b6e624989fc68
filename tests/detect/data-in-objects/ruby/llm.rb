require "openai"  # expect: use openai import

class Llm
  def ask(q)
    OpenAI::Client.new.chat(parameters: { messages: [{ role: "user", content: q }] })  # expect: flow openai personal
  end

  def sum_up(item)
    # expect: flow openai special-category
    OpenAI::Client.new.chat(parameters: { messages: [{ role: "user", content: item.text }] })
  end
end

class Item
  attr_reader :text

  def initialize(text, other)
    @text = text
    @other = other
  end
end

class App
  def one(user)
    item = Item.new(user.email, user.iban)
    Llm.new.ask(item.text)
  end

  def two(user)
    Llm.new.sum_up(Item.new(user.diagnosis, user.iban))
  end
end
