using Microsoft.Extensions.AI;  // expect: use microsoft-extensions-ai import

var builder = WebApplication.CreateBuilder(args);
builder.AddOllamaApiClient("chat")  // expect: use ollama sdk-call
    .AddChatClient()
    .UseFunctionInvocation();
builder.Services.AddScoped<Support>();
