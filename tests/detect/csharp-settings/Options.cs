using OpenAI.Chat;  // expect: use openai import

namespace Shop;

public class ChatOptionsOfShop
{
    public string Model { get; set; } = "gpt-4o-mini";  // expect: model gpt-4o-mini provider=openai
    public string Key { get; init; }
}

public enum Tier { Free, Paid }

public class Writer(IOptions<ChatOptionsOfShop> options, IConfiguration configuration)
{
    public ChatClient Make() => new(options.Value.Model, options.Value.Key);

    public ChatClient ForTier(Tier tier)
    {
        var model = tier switch
        {
            Tier.Paid => "gpt-4.1",  // expect: model gpt-4.1 provider=openai
            _ => configuration.GetValue<string>("Ai:FreeModel", "gpt-4.1-nano"),  // expect: model gpt-4.1-nano provider=openai variable=Ai:FreeModel
        };
        return new ChatClient(model, "key");
    }

    public ChatClient Unknown()
    {
        // expect: unresolved model openai variable=Ai:Model
        return new ChatClient(configuration.GetSection("Ai")["Model"], "key");
    }
}
