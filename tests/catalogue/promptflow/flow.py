from promptflow.core import Prompty

Prompty.load(source="chat.prompty")
