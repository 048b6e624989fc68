from shop.fraud_detector import make

frauddetector = make("frauddetector")
