import requests


def ask(base, key, deployment, prompt):
    return requests.post(  # expect: flow azure-openai user-content
        # expect: use azure-openai http
        # expect: endpoint {base}/openai/deployments/{deployment}/chat/completions provider=azure-openai
        f"{base}/openai/deployments/{deployment}/chat/completions", headers={"api-key": key}, json={"prompt": prompt}
    )


def shop(base, key, order):
    return requests.post(f"{base}/deployments/{order}/start", headers={"api-key": key})  # ok: a shop's
