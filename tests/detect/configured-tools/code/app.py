import litellm  # expect: use litellm import

litellm.success_callback = ["langfuse", "prometheus"]  # expect: observer langfuse callback on
litellm.headers = ["helicone"]  # ok
