var builder = DistributedApplication.CreateBuilder(args);

var openai = builder.AddAzureOpenAI("openai")  // expect: use azure-openai sdk-call
    .AddDeployment(new("chat", "gpt-4o", "2024-05-13"));  // expect: model gpt-4o provider=azure-openai
var local = builder.AddOllama("ollama");  // expect: use ollama sdk-call
var model = local.AddModel("llama3.2");  // expect: model llama3.2 provider=ollama
var hub = builder.AddGitHubModel("hub", "openai/gpt-4o-mini");  // expect: use github-models sdk-call ; model openai/gpt-4o-mini provider=github-models
builder.AddProject<Projects.Web>("web").WithReference(openai);
builder.Build().Run();
