from shop.translate import make

translate = make("translate")
