import requests
import websockets

REGION = "eu-west-1"
REALTIME = "gpt-realtime"  # expect: model gpt-realtime provider=openai


def ask(body, named):
    # expect: use aws-bedrock http ; model anthropic.claude-3-haiku-20240307-v1:0 provider=aws-bedrock pinned=yes
    # expect: endpoint https://bedrock-runtime.eu-west-1.amazonaws.com/model/anthropic.claude-3-haiku-20240307-v1:0/invoke provider=aws-bedrock
    requests.post(f"https://bedrock-runtime.{REGION}.amazonaws.com/model/anthropic.claude-3-haiku-20240307-v1:0/invoke")
    # expect: model meta.llama3-70b-instruct-v1:0 provider=aws-bedrock
    # expect: endpoint https://bedrock-runtime.us-east-1.amazonaws.com/model/meta.llama3-70b-instruct-v1%3A0/converse provider=aws-bedrock
    requests.post("https://bedrock-runtime.us-east-1.amazonaws.com/model/meta.llama3-70b-instruct-v1%3A0/converse")
    # expect: use openai http ; endpoint wss://api.openai.com/v1/realtime provider=openai
    # expect: model gpt-4o-realtime-preview-2024-12-17 provider=openai pinned=yes
    websockets.connect("wss://api.openai.com/v1/realtime?model=gpt-4o-realtime-preview-2024-12-17")
    websockets.connect(f"wss://api.openai.com/v1/realtime?model={REALTIME}")
    websockets.connect(f"wss://api.openai.com/v1/realtime?model={named}")  # ok
    # expect: use deepgram http ; model nova-2 provider=deepgram ; endpoint wss://api.deepgram.com/v1/listen provider=deepgram
    websockets.connect("wss://api.deepgram.com/v1/listen?language=en&model=nova-2&punctuate=true")
    websockets.connect("wss://cars.example.com/v1/listen?model=a-class")  # ok
