using Microsoft.Extensions.AI;  // expect: use microsoft-extensions-ai import

public class Support
{
    private readonly IChatClient _chat;

    public Support(IChatClient chat)
    {
        _chat = chat;
    }

    public Task<ChatResponse> AskAsync(string question, IServiceProvider services)
    {
        // What answers is registered in Program.cs.
        _chat.GetResponseAsync(question);  // expect: flow ollama user-content
        var other = services.GetRequiredService<IChatClient>();
        return other.GetResponseAsync(question);  // expect: flow ollama user-content
    }
}
