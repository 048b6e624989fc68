require "openai" # expect: use openai import

class Orders
  attribute :colour, :string, default: "red-01" # ok: no call takes it
  LIST = %w[lamp-02].freeze # ok

  def paint
    text = "brush"
    text += "-03" # ok: no model
    LIST.each { |lamp| puts lamp } # ok
    puts text.sub("b", "c").upcase # ok
  end

  def ask
    model = "acme"
    model += "-04" if ENV["LONG"] # ok: only known as one of two, and the first is no id of its own
    model
  end
end
