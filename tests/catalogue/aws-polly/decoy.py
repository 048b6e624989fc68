from shop.polly import make

polly = make("polly")
