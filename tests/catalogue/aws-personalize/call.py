import boto3

personalize = boto3.client("personalize-runtime")
personalize.get_recommendations(campaignArn="c", userId="7")
