require "openai" # expect: use openai import

class Ends
  def short = "gpt-4o" # expect: model gpt-4o provider=openai

  def last
    "gpt-4.1" # expect: model gpt-4.1 provider=openai
  end

  def early(x)
    return "gpt-4o-mini" if x # expect: model gpt-4o-mini provider=openai
  end

  def known?(model) = model.start_with?("gpt-4-turbo") # ok: a beginning
end
