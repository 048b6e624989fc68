using System.ComponentModel;
using Microsoft.Data.SqlClient;
using Microsoft.SemanticKernel;  // expect: use semantic-kernel import
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.Plugins.MsGraph;
using Microsoft.SemanticKernel.Plugins.Web;

namespace Shop.Support;

public class OrderPlugin(HttpClient http, SqlConnection connection)
{
    [KernelFunction("refund_order"), Description("Refunds an order.")]
    // expect: tool refund_order can=acts-outside
    public async Task<string> RefundAsync(string id)
    {
        await http.PostAsync("https://pay.example.com/refunds", null);
        return "done";
    }

    [KernelFunction]
    public string FindOrder(string id)  // expect: tool FindOrder can=reads-sensitive
    {
        var command = new SqlCommand("SELECT * FROM orders WHERE id = @id", connection);
        return command.ToString();
    }

    public void NotATool() => File.Delete("/tmp/x");  // ok: no annotation
}

public class NotesPlugin
{
    [KernelFunction]
    public string ReadNotes(string path) => File.ReadAllText(path);  // expect: tool ReadNotes can=reads-sensitive
}

public static class Program
{
    public static void Main()
    {
        var builder = Kernel.CreateBuilder();
        // expect: use azure-openai sdk-call ; model gpt-4o provider=azure-openai ; endpoint https://shop.openai.azure.com provider=azure-openai deployment=gpt-4o
        builder.AddAzureOpenAIChatCompletion("gpt-4o", "https://shop.openai.azure.com", "key");
        // All plugins of one kernel are one agent's, and the agent that works with the kernel names it.
        // expect: agent semantic-kernel name=Support tools=FindOrder,ReadNotes,refund_order
        builder.Plugins.AddFromType<OrderPlugin>("Orders");
        builder.Plugins.AddFromObject(new NotesPlugin());
        Kernel kernel = builder.Build();
        ChatCompletionAgent agent = new()
        {
            Name = "Support",
            Instructions = "Help customers.",
            Kernel = kernel,
        };
    }
}

public class Registration
{
    public void Register(Kernel kernel, IEmailConnector mail, IWebSearchEngineConnector web)
    {
        // What the vendor ships is known; the second argument is a name, no tool.
        // expect: agent semantic-kernel tools=EmailPlugin,WebSearchEnginePlugin can=untrusted-sensitive-action ; tool EmailPlugin can=acts-outside,reads-sensitive,reads-untrusted origin=package
        kernel.ImportPluginFromObject(new EmailPlugin(mail), "email");
        kernel.ImportPluginFromObject(new WebSearchEnginePlugin(web), "web");  // expect: tool WebSearchEnginePlugin can=reads-untrusted origin=package
    }
}
