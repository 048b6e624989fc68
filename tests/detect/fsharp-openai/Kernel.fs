module Shop.Kernel

open System
open Microsoft.SemanticKernel  // expect: use semantic-kernel import
open Microsoft.SemanticKernel.ChatCompletion

let modelId = "gpt-4o"  // expect: model gpt-4o provider=openai

let kernel =
    Kernel  // expect: use openai sdk-call
        .CreateBuilder()
        .AddOpenAIChatCompletion(modelId = modelId, apiKey = null)
        .Build()

let service = kernel.GetRequiredService<IChatCompletionService>()
let history = ChatHistory()
history.AddUserMessage "Which desk is free?"

let result =
    service.GetChatMessageContentAsync(history)
    |> Async.AwaitTask
    |> Async.RunSynchronously
