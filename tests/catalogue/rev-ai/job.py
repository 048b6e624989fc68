from rev_ai import apiclient

client = apiclient.RevAiAPIClient("token")
