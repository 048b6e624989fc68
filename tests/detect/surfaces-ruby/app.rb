require "sinatra"
require_relative "app/services/answers"
post "/ask" do  # expect: surface chat route http asks=app/services/answers.rb:5 route=/ask
  Answers.new.call(params[:q])
end
get "/messages" do
  "none"
end
