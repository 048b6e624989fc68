from shop.engines import load
from transformers import AutoTokenizer  # expect: use transformers import


class Generator:
    def __init__(self, model_name_or_path: str = "acme/chat-7b-instruct", device: str = "cpu"):  # expect: model acme/chat-7b-instruct provider=huggingface
        self.engine = load(model_name_or_path, device)
        self.tokenizer = AutoTokenizer


def local(model_name_or_path: str = "models/chat-7b"):  # ok: a folder
    return load(model_name_or_path, "cpu")


def either(model_or_folder: str = "acme/chat-7b"):  # ok: anybody's parameter
    return load(model_or_folder, "cpu")
