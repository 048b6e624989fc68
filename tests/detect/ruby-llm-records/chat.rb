class Chat < ApplicationRecord
  acts_as_chat messages: :notes # expect: use ruby-llm import
end
