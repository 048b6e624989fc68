import boto3

runtime = boto3.client("sagemaker-runtime")
runtime.invoke_endpoint(EndpointName="churn-1", ContentType="text/csv", Body=b"1,2")
