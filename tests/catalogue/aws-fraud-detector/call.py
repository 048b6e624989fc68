import boto3

frauddetector = boto3.client("frauddetector")
frauddetector.get_event_prediction(detectorId="d", eventId="e", eventTypeName="sign-up", eventVariables={})
