from .names import CHAT_MODEL as DEFAULT_MODEL, FREE_NAME
