from haystack.components.generators.hugging_face_local import HuggingFaceLocalGenerator  # expect: use haystack import ; use transformers import

parts = [HuggingFaceLocalGenerator]
