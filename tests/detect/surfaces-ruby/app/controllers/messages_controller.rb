# Persons write to persons here.
class MessagesController < ApplicationController
  def create
    Message.create!(body: params[:body]) # ok: no model behind it
  end
end
