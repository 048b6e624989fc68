import oci
from oci.generative_ai_inference import GenerativeAiInferenceClient

client = GenerativeAiInferenceClient(config=oci.config.from_file())
