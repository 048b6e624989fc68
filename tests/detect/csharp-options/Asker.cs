using Microsoft.Extensions.Options;
using OpenAI; // expect: use openai import
using OpenAI.Chat;

namespace Shop.Ai;

public class Asker(OpenAIClient client, IOptions<AiOptions> options, IOptionsMonitor<AiOptions> monitor, IConfiguration configuration)
{
    private readonly AiOptions _options = options.Value;

    public async Task Ask(string question)
    {
        await client.GetChatClient(Models.Chat).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4o
        await client.GetChatClient(Models.Small).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4o-mini
        await client.GetChatClient(Models.Joined).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4-turbo
        await client.GetChatClient(Models.Interpolated).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4-0613
        await client.GetChatClient(Models.Formatted).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4-32k
        await client.GetChatClient(Models.ByTask["summary"]).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4.1
        await client.GetChatClient(Models.ByTask.GetValueOrDefault("review", Models.Chat)).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4.1-mini
        await client.GetChatClient(Models.ByTier[Tier.Paid]).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4.1-nano
        await client.GetChatClient(Models.For(Tier.Paid)).CompleteChatAsync(question); // expect: flow openai user-content model=o3
        await client.GetChatClient(Models.Old(Tier.Paid)).CompleteChatAsync(question); // expect: flow openai user-content model=o1
        await client.GetChatClient(new ModelSpec().Id).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-5
        await client.GetChatClient(_options.Model).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-5-mini
        await client.GetChatClient(monitor.CurrentValue.Nested.Title).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-5-nano
        await client.GetChatClient(_options.Draft ?? "gpt-4o-2024-08-06").CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4o-2024-08-06 ; model gpt-4o-2024-08-06 provider=openai variable=Ai:Draft
        await client.GetChatClient(_options.Draft).CompleteChatAsync(question); // expect: flow openai user-content ; unresolved model openai variable=Ai:Draft
        await client.GetChatClient(Environment.GetEnvironmentVariable("CHAT") ?? "o4-mini").CompleteChatAsync(question); // expect: flow openai user-content model=o4-mini ; model o4-mini provider=openai variable=CHAT
        await client.GetChatClient(configuration["Ai:Judge"] ?? "gpt-4o-2024-05-13").CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4o-2024-05-13 ; model gpt-4o-2024-05-13 provider=openai variable=Ai:Judge
        await client.GetChatClient(string.IsNullOrEmpty(configuration["Ai:Vision"]) ? "gpt-4o-2024-11-20" : configuration["Ai:Vision"]).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4o-2024-11-20 ; model gpt-4o-2024-11-20 provider=openai variable=Ai:Vision
        await client.GetChatClient(configuration.GetRequiredSection("Ai").GetValue("Summary", "gpt-4-1106-preview")).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4-1106-preview ; model gpt-4-1106-preview provider=openai variable=Ai:Summary
        var bound = new AiOptions();
        configuration.GetSection("Ai").Bind(bound);
        await client.GetChatClient(bound.Model).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-5-mini
        var got = configuration.GetSection("Ai").Get<AiOptions>()!;
        await client.GetChatClient(got.Model).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-5-mini
    }

    public async Task Named(string question, string model = "gpt-4-0125-preview") // expect: model gpt-4-0125-preview provider=openai
    {
        await client.GetChatClient(model: model).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4-0125-preview
        string? chosen = null;
        chosen ??= "gpt-3.5-turbo-0125"; // expect: model gpt-3.5-turbo-0125 provider=openai
        await client.GetChatClient(chosen).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-3.5-turbo-0125
        if (Models.ByTask.TryGetValue("summary", out var found))
            await client.GetChatClient(found).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4.1
        var spec = new ModelSpec() with { Id = "gpt-3.5-turbo-1106" }; // expect: model gpt-3.5-turbo-1106 provider=openai
        await client.GetChatClient(spec.Id).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-3.5-turbo-1106
        if (int.TryParse(question, out var number))
            await client.GetChatClient($"{number}").CompleteChatAsync(question); // expect: flow openai user-content model=None ; unresolved model openai
        Func<string, ChatClient> make = name => client.GetChatClient(name);
        await make(Models.Small).CompleteChatAsync(question); // expect: flow openai user-content model=gpt-4o-mini
    }
}
