import nlpcloud

client = nlpcloud.Client("finetuned-llama-3-70b", "token", gpu=True)
