from guidance import gen, models

lm = models.LlamaCpp("model.gguf")
lm += "Who won? " + gen(max_tokens=10)
