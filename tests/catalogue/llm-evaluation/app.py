from langtrace_python_sdk import langtrace

langtrace.init(api_key="key")
