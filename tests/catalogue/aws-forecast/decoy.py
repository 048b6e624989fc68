from shop.forecast import make

forecastquery = make("forecastquery")
