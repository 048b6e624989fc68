Gem::Specification.new do |spec|
  spec.name = "writer"
  spec.version = "0.1.0"
  spec.add_dependency "sublayer", "~> 0.2"
end
