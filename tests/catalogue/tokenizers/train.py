from tokenizers import Tokenizer

Tokenizer.from_pretrained("bert-base-cased")
