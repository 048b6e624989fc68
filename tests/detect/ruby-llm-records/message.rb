class Message < ApplicationRecord
  include Broadcasts
  acts_as_message # expect: use ruby-llm import

  validates :content, presence: true
end
