using Anthropic;  // expect: use anthropic import
using Anthropic.Models.Messages;

public class Claude
{
    public async Task AskAsync(string question)
    {
        AnthropicClient client = new();
        MessageCreateParams parameters = new()
        {
            MaxTokens = 1024,
            Messages = [new() { Role = Role.User, Content = question }],
            Model = Model.ClaudeHaiku4_5_20251001,  // expect: model claude-haiku-4-5-20251001 provider=anthropic
        };
        await client.Messages.Create(parameters);  // expect: flow anthropic user-content model=claude-haiku-4-5-20251001
    }
}
