using Google.Cloud.Functions.Framework;
using OpenAI.Chat;  // expect: use openai import

namespace Acme;

public class Chat : IHttpFunction
{
    private readonly ChatClient client = new ChatClient("gpt-4o", "k");  // expect: model gpt-4o provider=openai

    // expect: surface chat route http route=/chat
    public async Task HandleAsync(HttpContext context)
    {
        await client.CompleteChatAsync(context.Request.Query["question"]);  // expect: flow openai user-content
    }
}
