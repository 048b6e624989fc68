import boto3

voice = boto3.client("voice-id")
voice.evaluate_session(DomainId="d", SessionNameOrId="s")
