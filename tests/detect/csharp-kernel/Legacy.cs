using Microsoft.SemanticKernel; // expect: use semantic-kernel import

public static class Legacy
{
    public static IKernel Make(string key) =>
        new KernelBuilder().WithAzureTextCompletionService("chat", "https://shop.openai.azure.com/", key).Build(); // expect: use azure-openai sdk-call ; endpoint https://shop.openai.azure.com/ provider=azure-openai
}
