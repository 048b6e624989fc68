# The prefix tells who made a model; what this tree sends data to is Groq alone.
CHOICES = {
    "fast": "qwen/qwen3-32b",  # expect: model qwen/qwen3-32b provider=groq publisher=dashscope
    "long": "moonshotai/kimi-k2-instruct-0905",  # expect: model moonshotai/kimi-k2-instruct-0905 provider=groq publisher=moonshot
}
