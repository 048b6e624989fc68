import boto3

qbusiness = boto3.client("qbusiness")
qbusiness.chat_sync(applicationId="a", userMessage="Where is the order?")
