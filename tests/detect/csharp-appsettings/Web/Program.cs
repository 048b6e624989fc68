using OpenAI.Chat;  // expect: use openai import

var builder = WebApplication.CreateBuilder(args);
var direct = new ChatClient(builder.Configuration["AI:Model"], "key");
var other = new ChatClient(builder.Configuration.GetValue<string>("AI:Fallback", "gpt-3.5-turbo"), "key");  // expect: model gpt-3.5-turbo provider=openai
var chat = builder.Configuration.GetSection("Chat").Get<ChatSettings>();
var bound = new ChatClient(chat.Model, "key");
builder.Services.Configure<DraftSettings>(builder.Configuration.GetSection("Drafts"));
builder.AddAzureOpenAIClient("openai").AddChatClient();  // expect: use azure-openai sdk-call
builder.AddOllamaApiClient("ollama").AddChatClient();  // expect: use ollama sdk-call ; use microsoft-extensions-ai sdk-call
// expect: unresolved model openai variable=AI:Missing
var missing = new ChatClient(builder.Configuration["AI:Missing"], "key");

public class ChatSettings
{
    public string Model { get; set; }
}

public class DraftSettings
{
    public string Model { get; set; } = "gpt-4";  // expect: model gpt-4 provider=openai
}

public class Drafts(IOptions<DraftSettings> options)
{
    ChatClient Make() => new(options.Value.Model, "key");
}
