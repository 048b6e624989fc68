using Azure.AI.OpenAI;  // expect: use azure-openai import

namespace Chat;

public class Service
{
    private readonly OpenAIClient _azure;
    private readonly OpenAIClient _openai;

    public Service(string endpoint, string key)
    {
        // A URI and a credential are Azure's, a key alone is OpenAI's.
        _azure = new OpenAIClient(new Uri("https://contoso.openai.azure.com"), new AzureKeyCredential(key));  // expect: endpoint https://contoso.openai.azure.com provider=azure-openai deployment=gpt-35-turbo
        _openai = new OpenAIClient(key);  // expect: use openai sdk-call
    }

    public async Task AskAsync(string prompt)
    {
        var options = new ChatCompletionsOptions
        {
            DeploymentName = "gpt-35-turbo",  // expect: model gpt-35-turbo provider=azure-openai
            Messages = { new ChatRequestUserMessage(prompt) },
        };
        await _azure.GetChatCompletionsAsync(options);  // expect: flow azure-openai user-content
    }
}
