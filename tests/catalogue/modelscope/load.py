from modelscope import snapshot_download

snapshot_download("Qwen/Qwen2.5-7B-Instruct")
