class DeskChannel < ApplicationCable::Channel
  def speak(data)  # expect: surface chat route websocket asks=app/services/answers.rb:5 route=/desk/speak
    transmit Answers.new.call(data["text"])
  end
end
