class ChatsController < ApplicationController
  def create  # expect: surface chat route http asks=app/services/answers.rb:5 route=/chats/create
    render json: Answers.new.call(params[:text])
  end

  def later  # expect: surface chat route http asks=app/services/answers.rb:5 route=/chats/later
    AnswerJob.perform_later(params[:text])
  end

  def index
    render json: []
  end
end
