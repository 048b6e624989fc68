import marvin

marvin.classify("I love it", labels=["positive", "negative"])
