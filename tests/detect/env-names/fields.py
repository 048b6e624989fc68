FIELDS = [{"name": "address", "env_var": "VLLM_BASE_URL"}]  # expect: use vllm env
OTHERS = [{"name": "VLLM_HOST", "label": "the server"}]  # ok: nothing says that it is a variable
