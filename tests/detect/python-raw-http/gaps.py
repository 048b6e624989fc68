import requests


def ask(path: str, text: str) -> str:
    # expect: use iflytek-spark http
    return requests.post(f"https://spark-api-open.xf-yun.com{path}", json={"input": text}).text  # expect: endpoint https://spark-api-open.xf-yun.com/{path} provider=iflytek-spark


def other(rest: str) -> str:
    return requests.get(f"https://api.openai.co{rest}").text  # ok: another host
