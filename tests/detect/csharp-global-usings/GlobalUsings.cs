global using Azure.Search.Documents;  // expect: use azure-ai-search import
global using System.Text.Json;
