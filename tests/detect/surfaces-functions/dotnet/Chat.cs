using Microsoft.Azure.Functions.Worker;
using OpenAI.Chat;  // expect: use openai import

namespace Acme;

public class Desk
{
    private readonly ChatClient client = new ChatClient("gpt-4o", "k");  // expect: model gpt-4o provider=openai

    [Function("Chat")]  // expect: surface chat route http route=/Chat
    public async Task<object> Run([HttpTrigger(AuthorizationLevel.Function, "post")] HttpRequestData req, string question)
    {
        return await client.CompleteChatAsync(question);  // expect: flow openai user-content
    }

    [Function("ChatQueue")]
    public async Task Work([QueueTrigger("chat")] string text)
    {
        await client.CompleteChatAsync(text);  // expect: flow openai user-content
    }
}
