from azure.ai.documentintelligence import DocumentIntelligenceClient
from azure.core.credentials import AzureKeyCredential

client = DocumentIntelligenceClient("https://contoso.cognitiveservices.azure.com", AzureKeyCredential("k"))
client.begin_analyze_document("prebuilt-invoice", body=open("invoice.pdf", "rb"))
