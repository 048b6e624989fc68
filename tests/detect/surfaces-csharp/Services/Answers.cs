using Microsoft.Extensions.AI;  // expect: use microsoft-extensions-ai import
using OpenAI.Chat;  // expect: use openai import

namespace Shop.Services;

public interface IAnswers { Task<string> AnswerAsync(string text); }

public class Answers : IAnswers
{
    private readonly ChatClient _client = new ChatClient("gpt-4o", "key");  // expect: model gpt-4o provider=openai

    public async Task<string> AnswerAsync(string text)
    {
        var r = await _client.CompleteChatAsync(text);  // expect: flow openai user-content
        return r.Value.Content[0].Text;
    }

    public string Name() => "desk";
}
