using OpenAI.Chat;  // expect: use openai import

namespace Acme;

public interface ILlm
{
    Task<object> Ask(string q);
}

public class Llm : ILlm
{
    private readonly ChatClient client = new ChatClient("gpt-4o", "k");  // expect: model gpt-4o provider=openai

    public async Task<object> Ask(string q) => await client.CompleteChatAsync(q);  // expect: flow openai personal

    public async Task<object> SumUp(string q) => await client.CompleteChatAsync(q);  // expect: flow openai financial

    // expect: flow openai special-category
    public async Task<object> Explain(Row row) => await client.CompleteChatAsync(row.First);
}

public class Item
{
    public Item(string it)
    {
        It = it;
    }

    public string It { get; }
}

public record Row(string First, string Other);

public class Filled
{
    public string It { get; set; }
}
