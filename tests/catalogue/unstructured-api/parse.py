from unstructured_client import UnstructuredClient

client = UnstructuredClient(api_key_auth="k")
