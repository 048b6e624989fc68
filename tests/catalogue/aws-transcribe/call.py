import boto3

transcribe = boto3.client("transcribe")
transcribe.start_transcription_job(TranscriptionJobName="j", Media={"MediaFileUri": "s3://b/call.mp3"})
