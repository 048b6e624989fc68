from gigachat import GigaChat

giga = GigaChat(credentials="key", model="GigaChat-Pro")
giga.chat("Hi")
