using Amazon.BedrockRuntime;  // expect: use aws-bedrock import
using Amazon.BedrockRuntime.Model;
using Anthropic.SDK;  // expect: use anthropic import
using OllamaSharp;  // expect: use ollama import
using OpenAI;  // expect: use openai import
using System.ClientModel;

public class Clients(IAmazonBedrockRuntime bedrock)
{
    public async Task RunAsync(string question)
    {
        var request = new ConverseRequest
        {
            ModelId = "anthropic.claude-3-5-sonnet-20240620-v1:0",  // expect: model anthropic.claude-3-5-sonnet-20240620-v1:0 provider=aws-bedrock publisher=anthropic
            Messages = [new Message { Content = [new ContentBlock { Text = question }] }],
        };
        await bedrock.ConverseAsync(request);  // expect: flow aws-bedrock user-content

        var ollama = new OllamaApiClient(new Uri("http://localhost:11434"), "llama3.2");  // expect: model llama3.2 provider=ollama ; endpoint http://localhost:11434 provider=ollama
        ollama.GenerateAsync(question);  // expect: flow ollama user-content model=llama3.2

        var claude = new AnthropicClient("key");
        await claude.Messages.GetClaudeMessageAsync(new() { Model = "claude-sonnet-4-20250514", Messages = [question] });  // expect: model claude-sonnet-4-20250514 provider=anthropic ; flow anthropic user-content

        // expect: use groq http
        var groq = new OpenAIClient(new ApiKeyCredential("key"), new OpenAIClientOptions { Endpoint = new Uri("https://api.groq.com/openai/v1") });  // expect: endpoint https://api.groq.com/openai/v1 provider=groq
        groq.GetChatClient("llama-3.3-70b-versatile").CompleteChat(question);  // expect: model llama-3.3-70b-versatile provider=groq ; flow groq user-content model=llama-3.3-70b-versatile
    }
}
