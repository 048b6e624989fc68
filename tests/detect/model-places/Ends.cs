using OpenAI; // expect: use openai import

public class Ends {
    string Default() => "gpt-4o"; // expect: model gpt-4o provider=openai
    [DefaultValue("gpt-4.1")] public string Model { get; set; } // expect: model gpt-4.1 provider=openai
    static readonly Dictionary<string, int> Limits = new() { ["gpt-4o-mini"] = 128000 }; // expect: model gpt-4o-mini provider=openai
}
