using Microsoft.Extensions.AI;  // expect: use microsoft-extensions-ai import
using OpenAI;  // expect: use openai import
using OpenAI.Responses;

public class Responses(string key)
{
    public async Task RunAsync(string question)
    {
        ResponsesClient client = new(credential: new(key));
        await client.CreateResponseAsync("gpt-5.1", question);  // expect: model gpt-5.1 provider=openai ; flow openai user-content model=gpt-5.1
        // expect: flow openai user-content model=gpt-5-nano
        await client.CreateResponseAsync(new CreateResponseOptions
        {
            Model = "gpt-5-nano",  // expect: model gpt-5-nano provider=openai
            InputItems = { ResponseItem.CreateUserMessageItem(question) },
        });

        // Older versions name the model where the client is made; what stands first is the prompt.
        var old = new OpenAIResponseClient("gpt-4o", key);  // expect: model gpt-4o provider=openai
        await old.CreateResponseAsync(question);  // expect: flow openai user-content model=gpt-4o

        IChatClient chat = new OpenAIClient(key).GetResponsesClient().AsIChatClient("gpt-5-mini");  // expect: model gpt-5-mini provider=openai
        await chat.GetResponseAsync(question);  // expect: flow openai user-content model=gpt-5-mini
    }
}
