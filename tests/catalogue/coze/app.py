from cozepy import Coze, TokenAuth

coze = Coze(auth=TokenAuth(token="t"))
