using System.Diagnostics;
using Microsoft.Agents.AI;  // expect: use semantic-kernel import
using Microsoft.Extensions.AI;  // expect: use microsoft-extensions-ai import
using OpenAI;  // expect: use openai import

namespace Shop.Operations;

public static class Framework
{
    // expect: tool RunShell can=runs-code
    static string RunShell(string command)
    {
        Process.Start("bash", command);
        return "started";
    }

    static string Add(int a, int b) => (a + b).ToString();  // expect: tool Add can=none

    public static async Task RunAsync(string question)
    {
        // expect: model gpt-5-mini provider=openai ; agent semantic-kernel name=Operator tools=Add,RunShell
        AIAgent agent = new OpenAIClient("key").GetChatClient("gpt-5-mini").AsAIAgent(instructions: "Operate.", name: "Operator", tools: [AIFunctionFactory.Create(RunShell), AIFunctionFactory.Create(Add)]);
        await agent.RunAsync(question);  // expect: flow openai user-content model=gpt-5-mini

        IChatClient client = new OpenAIClient("key").GetChatClient("gpt-4.1").AsIChatClient();  // expect: model gpt-4.1 provider=openai
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(Add)] };  // expect: agent microsoft-extensions-ai name=options tools=Add
        await client.GetResponseAsync(question, options);  // expect: flow openai user-content model=gpt-4.1
    }
}
