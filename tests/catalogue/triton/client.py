import tritonclient.http as httpclient

client = httpclient.InferenceServerClient(url="localhost:8000")
