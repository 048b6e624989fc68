from shop.lex import make

lex = make("lexv2")
