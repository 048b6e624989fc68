using Azure;
using Azure.AI.OpenAI;  // expect: use azure-openai import
using Azure.Identity;
using Microsoft.Extensions.AI;  // expect: use microsoft-extensions-ai import
using OpenAI.Chat;  // ok: only lends its types to Azure's client

var config = new ConfigurationBuilder().AddUserSecrets<Program>().Build();
// expect: model gpt-4o provider=azure-openai variable=AzureOpenAI:Deployment
var deployment = config["AzureOpenAI:Deployment"] ?? "gpt-4o";

// expect: endpoint https://contoso-eu.openai.azure.com/ provider=azure-openai exposure=public deployment=gpt-4o
AzureOpenAIClient azure = new(new Uri("https://contoso-eu.openai.azure.com/"), new DefaultAzureCredential());
IChatClient client = azure
    // The deployment bears its model's name.
    .GetChatClient(deployment)
    .AsIChatClient();

// expect: flow azure-openai user-content model=gpt-4o
Console.WriteLine(await client.GetResponseAsync(Console.ReadLine() is string question ? question : ""));

// expect: endpoint {AZURE_OPENAI_ENDPOINT} provider=azure-openai ; unresolved endpoint azure-openai variable=AZURE_OPENAI_ENDPOINT
var other = new AzureOpenAIClient(new Uri(Environment.GetEnvironmentVariable("AZURE_OPENAI_ENDPOINT")!), new AzureKeyCredential("k"));
