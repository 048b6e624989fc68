using OpenAI; // expect: use openai import
using OpenAI.Chat;
using Shop.Ai;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOptions<AiOptions>().Bind(builder.Configuration.GetSection(AiOptions.Section)).ValidateDataAnnotations();
builder.Services.AddSingleton(sp => new OpenAIClient(builder.Configuration["OPENAI_KEY"]));
builder.Services.AddSingleton<Asker>();
var app = builder.Build();
app.MapPost("/ask", async (Asker asker, string question) => await asker.Ask(question));
app.Run();
