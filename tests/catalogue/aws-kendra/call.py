import boto3

kendra = boto3.client("kendra")
kendra.query(IndexId="i", QueryText="leave policy")
