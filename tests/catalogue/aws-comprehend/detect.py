import boto3

comprehend = boto3.client("comprehend")
comprehend.detect_sentiment(Text="It is raining", LanguageCode="en")
