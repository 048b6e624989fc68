from haystack.components.generators import HuggingFaceAPIGenerator  # expect: use haystack import ; use huggingface import
from haystack.components.generators.hugging_face_local import HuggingFaceLocalGenerator  # expect: use transformers import
from haystack.components.rankers import TransformersSimilarityRanker

parts = [HuggingFaceAPIGenerator, HuggingFaceLocalGenerator, TransformersSimilarityRanker]
