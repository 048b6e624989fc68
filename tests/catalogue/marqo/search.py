import marqo

mq = marqo.Client(url="http://localhost:8882")
