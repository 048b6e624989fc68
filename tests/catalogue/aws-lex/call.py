import boto3

lex = boto3.client("lexv2-runtime")
lex.recognize_text(botId="b", botAliasId="a", localeId="en_US", sessionId="s", text="Hello")
