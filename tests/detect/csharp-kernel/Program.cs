using Microsoft.SemanticKernel;  // expect: use semantic-kernel import
using Microsoft.SemanticKernel.ChatCompletion;

var builder = Kernel.CreateBuilder();
builder.AddAzureOpenAIChatCompletion(  // expect: use azure-openai sdk-call
    deploymentName: "gpt-4o",  // expect: model gpt-4o provider=azure-openai
    endpoint: "https://contoso.openai.azure.com",  // expect: endpoint https://contoso.openai.azure.com provider=azure-openai deployment=gpt-4o
    apiKey: args[0]);
var kernel = builder.Build();

var chat = kernel.GetRequiredService<IChatCompletionService>();
var history = new ChatHistory("You help.");
var question = Console.ReadLine();
history.AddUserMessage(question);
await chat.GetChatMessageContentAsync(history);  // expect: flow azure-openai user-content model=gpt-4o
await kernel.InvokePromptAsync(question);  // expect: flow azure-openai user-content model=gpt-4o
