from shop.kendra import make

kendra = make("kendra")
