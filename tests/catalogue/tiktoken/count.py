import tiktoken

len(tiktoken.get_encoding("o200k_base").encode("hello"))
