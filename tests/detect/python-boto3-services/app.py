import boto3
from botocore.session import get_session

# expect: use aws-rekognition sdk-call ; endpoint https://rekognition.eu-west-1.amazonaws.com provider=aws-rekognition
faces = boto3.client("rekognition", region_name="eu-west-1")
queue = boto3.client("sqs")  # ok


def tag(image: bytes) -> dict:
    return faces.detect_labels(Image={"Bytes": image})  # expect: flow aws-rekognition user-content


def infer(payload: str) -> bytes:
    session = boto3.Session(profile_name="ml")
    runtime = session.client("sagemaker-runtime")  # expect: use aws-sagemaker sdk-call
    # expect: model ranker provider=aws-sagemaker ; flow aws-sagemaker unresolved
    return runtime.invoke_endpoint(EndpointName="ranker", Body=payload)["Body"].read()


def read_letter(document: bytes) -> dict:
    client = get_session().create_client("textract")  # expect: use aws-textract sdk-call
    return client.detect_document_text(Document={"Bytes": document})  # expect: flow aws-textract user-content


def store(row: dict) -> None:
    boto3.Session().resource("dynamodb").Table("rows").put_item(Item=row)  # ok
