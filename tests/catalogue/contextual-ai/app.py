from contextual import ContextualAI

client = ContextualAI()
