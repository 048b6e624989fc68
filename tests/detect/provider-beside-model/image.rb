require "ruby_llm" # expect: use ruby-llm import

IMAGE = RubyLLM.paint("a red train", model: "own-image-3", provider: :gemini) # expect: use google-gemini sdk-call ; model own-image-3 provider=google-gemini ; flow google-gemini none
