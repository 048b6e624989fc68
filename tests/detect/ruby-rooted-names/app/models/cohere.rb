# The tree's own, whatever it is called.
class Cohere
  def self.groups = []
end
