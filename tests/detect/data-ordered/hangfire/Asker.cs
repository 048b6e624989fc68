using OpenAI.Chat;  // expect: use openai import

namespace Acme;

public interface IAsker
{
    Task<object> Ask(string q);
}

public class Asker : IAsker
{
    private readonly ChatClient client = new ChatClient("gpt-4o", "k");  // expect: model gpt-4o provider=openai

    public async Task<object> Ask(string q) => await client.CompleteChatAsync(q);  // expect: flow openai personal
}
