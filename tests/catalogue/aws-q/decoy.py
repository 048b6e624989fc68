from shop.q import make

qbusiness = make("qbusiness")
