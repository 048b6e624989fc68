require "boxcars"

puts Boxcars::Calculator.new.run("2 + 2")
