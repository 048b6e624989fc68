from lmdeploy import pipeline

pipe = pipeline("internlm/internlm3-8b-instruct")
