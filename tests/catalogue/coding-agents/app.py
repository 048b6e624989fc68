from interpreter import interpreter

interpreter.chat("Plot AAPL")
