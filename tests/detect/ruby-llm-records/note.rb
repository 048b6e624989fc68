class Note < ApplicationRecord
  acts_as_list # ok: another gem's

  def act = acts_as_message # ok: a method's value, no declaration
  private

  attr_reader :body
end
