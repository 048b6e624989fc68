# "Ask Sage, the cook": a column of the shop's magazine.
COLUMN = "https://shop.example/ask-sage"
