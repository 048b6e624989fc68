import boto3

polly = boto3.client("polly")
polly.synthesize_speech(Text="Hello", OutputFormat="mp3", VoiceId="Joanna")
