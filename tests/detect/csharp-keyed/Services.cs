using Microsoft.Extensions.AI;  // expect: use microsoft-extensions-ai import
using OpenAI;  // expect: use openai import

public static class Registration
{
    public static void Add(IServiceCollection services, IHostApplicationBuilder builder)
    {
        services.AddKeyedSingleton<IChatClient>("fast", (provider, key) => new OpenAIClient("key").GetChatClient("gpt-4.1-nano").AsIChatClient());  // expect: model gpt-4.1-nano provider=openai
        services.AddKeyedChatClient("smart", new OpenAIClient("key").GetChatClient("gpt-5").AsIChatClient());  // expect: model gpt-5 provider=openai
        // The first argument is the key, the second the deployment.
        builder.AddAzureOpenAIClient("azure").AddKeyedChatClient("cheap", "gpt-4o-mini");  // expect: use azure-openai sdk-call ; model gpt-4o-mini provider=azure-openai
        services.AddSingleton<IChatClient>(new OpenAIClient("key").GetChatClient("gpt-4.1").AsIChatClient());  // expect: model gpt-4.1 provider=openai
    }
}

public class Desk([FromKeyedServices("fast")] IChatClient fast, [FromKeyedServices("smart")] IChatClient smart, IChatClient usual)
{
    public Task Quick(string question) => fast.GetResponseAsync(question);  // expect: flow openai user-content model=gpt-4.1-nano

    public Task Careful(string question) => smart.GetResponseAsync(question);  // expect: flow openai user-content model=gpt-5

    public Task Usual(string question) => usual.GetResponseAsync(question);  // expect: flow openai user-content model=gpt-4.1

    public Task Late(IServiceProvider provider, string question)
    {
        var client = provider.GetRequiredKeyedService<IChatClient>("cheap");
        return client.GetResponseAsync(question);  // expect: flow azure-openai user-content
    }
}
