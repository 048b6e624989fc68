from ai21 import AI21Client
from ai21.models.chat import ChatMessage

client = AI21Client()
reply = client.chat.completions.create(
    model="jamba-large-1.7",
    messages=[ChatMessage(role="user", content="Hello")],
)
