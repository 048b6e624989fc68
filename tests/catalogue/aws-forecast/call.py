import boto3

forecastquery = boto3.client("forecastquery")
forecastquery.query_forecast(ForecastArn="f", Filters={"item_id": "7"})
