using Anthropic;
using Anthropic.Bedrock;  // expect: use aws-bedrock import
using Anthropic.Models.Messages;

// Who is called is Amazon, not Anthropic, though types and methods are Anthropic's.
public class ClaudeElsewhere
{
    public async Task AskAsync(string question)
    {
        var client = new AnthropicBedrockClient(await AnthropicBedrockCredentialsHelper.FromEnv());
        await client.Messages.Create(new MessageCreateParams  // expect: flow aws-bedrock user-content model=anthropic.claude-sonnet-4-5-20250929-v1:0
        {
            Model = "anthropic.claude-sonnet-4-5-20250929-v1:0",  // expect: model anthropic.claude-sonnet-4-5-20250929-v1:0 provider=aws-bedrock publisher=anthropic
            MaxTokens = 100,
            Messages = [new() { Role = Role.User, Content = question }],
        });
    }
}
