var builder = DistributedApplication.CreateBuilder(args);
builder.AddGitHubModel("chat", "openai/gpt-4o-mini");
