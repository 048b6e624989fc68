require "ruby_llm" # expect: use ruby-llm import

class Weather < RubyLLM::Tool # expect: tool Weather can=none open=yes
  def execute(city:)
    city
  end
end

class Shell < RubyLLM::Tool # expect: tool Shell can=runs-code
  def execute(command:)
    system(command)
  end
end

chat = RubyLLM.chat(model: "gpt-4o") # expect: model gpt-4o provider=openai ; use openai sdk-call
chat.with_tool(Weather) # expect: agent ruby-llm tools=Shell,Weather
chat.with_tools(Weather, Shell.new)

class Desk
  def run
    RubyLLM.chat(model: "gpt-4o-mini").with_tool(Shell).ask("y") # expect: agent ruby-llm tools=Shell ; model gpt-4o-mini provider=openai ; flow openai none
  end
end

plain = RubyLLM.chat(model: "gpt-4.1") # expect: model gpt-4.1 provider=openai
