from azure.core.credentials import AzureKeyCredential
from azure.search.documents import SearchClient

client = SearchClient("https://contoso.search.windows.net", "hotels", AzureKeyCredential("k"))
