using System.ComponentModel;
using Shop.OpenAI;  // ok: the shop's own namespace

namespace Shop.OpenAI;

/// <summary>Says that gpt-4o could be used; see https://api.openai.com/v1.</summary>
public class ChatClient
{
    // new OpenAIClient("gpt-4o")
    [Description("OpenAI is a word here")]
    public string Name => "The OpenAI of shops";

    public string CompleteChat(string question) => question;
}

public class Uses
{
    public string Run(string question) => new ChatClient().CompleteChat(question);
}
