from stability_sdk import client

api = client.StabilityInference(key="k", engine="stable-diffusion-xl-1024-v1-0")
