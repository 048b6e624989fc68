class AnswerJob < ApplicationJob
  def perform(text)
    Answers.new.call(text)
  end
end
