using OpenAI.Chat;  // expect: use openai import

// A library has no settings of its own: those of the programs hold.
public class Library(IConfiguration configuration)
{
    ChatClient Make() => new(configuration["Library:Model"], "key");
}
