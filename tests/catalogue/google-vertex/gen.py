import vertexai
from vertexai.generative_models import GenerativeModel

vertexai.init(project="my-project", location="europe-west4")
model = GenerativeModel("gemini-1.5-pro-002")
