class SupportAgent < ActiveAgent::Base
  generate_with :openai
end
