using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Shop.Ai;

public static class Models
{
    public const string Chat = "gpt-4o"; // expect: model gpt-4o provider=openai
    public static readonly string Small = "gpt-4o-mini"; // expect: model gpt-4o-mini provider=openai
    public static string Joined => Family + "-" + "turbo"; // expect: model gpt-4-turbo provider=openai
    public static string Interpolated => $"{Family}-0613"; // expect: model gpt-4-0613 provider=openai
    public static string Formatted => string.Format("{0}-32k", Family); // expect: model gpt-4-32k provider=openai
    private const string Family = "gpt-4";
    public static readonly Dictionary<string, string> ByTask = new()
    {
        ["summary"] = "gpt-4.1", // expect: model gpt-4.1 provider=openai
        { "review", "gpt-4.1-mini" }, // expect: model gpt-4.1-mini provider=openai
    };
    public static readonly IReadOnlyDictionary<Tier, string> ByTier = new Dictionary<Tier, string> { [Tier.Paid] = "gpt-4.1-nano" }; // expect: model gpt-4.1-nano provider=openai
    public static string For(Tier tier) => tier switch { Tier.Paid => "o3", _ => "o3-mini" }; // expect: model o3 provider=openai ; model o3-mini provider=openai
    public static string Old(Tier tier)
    {
        switch (tier)
        {
            case Tier.Paid: return "o1"; // expect: model o1 provider=openai
            default: return "o1-mini"; // expect: model o1-mini provider=openai
        }
    }
}

public enum Tier { Free, Paid }

public record ModelSpec(string Id = "gpt-5", int Limit = 10); // expect: model gpt-5 provider=openai

public class AiOptions
{
    public const string Section = "Ai";
    [Required] public string Model { get; set; } = "gpt-5-mini"; // expect: model gpt-5-mini provider=openai variable=Ai:Model
    public string? Draft { get; set; }
    public NestedOptions Nested { get; set; } = new();
}

public class NestedOptions
{
    public string Title { get; set; } = "gpt-5-nano"; // expect: model gpt-5-nano provider=openai variable=Ai:Nested:Title
}
