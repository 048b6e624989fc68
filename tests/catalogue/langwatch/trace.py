import langwatch

langwatch.setup()
