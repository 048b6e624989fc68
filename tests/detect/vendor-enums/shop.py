class PaymentProviders: MISTRAL = 1
