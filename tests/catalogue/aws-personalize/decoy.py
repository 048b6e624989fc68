from shop.personalize import make

personalize = make("personalize")
