using OpenAI;  // expect: use openai import
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace Shop.Support;

public static class Models
{
    public const string Small = "gpt-4o-mini";  // expect: model gpt-4o-mini provider=openai pinned=no
    public static readonly string Embedding = $"text-embedding-3-{Size}";
    const string Size = "small";
}

public class Assistant(string key)
{
    // A target-typed new takes the type of the field.
    private readonly ChatClient _chat = new(model: Models.Small, apiKey: Environment.GetEnvironmentVariable("SUPPORT_KEY"));
    private readonly OpenAIClient _client = new OpenAIClient(key);

    public async Task<string> AnswerAsync(string question)
    {
        // expect: flow openai user-content model=gpt-4o-mini
        ChatCompletion completion = await _chat.CompleteChatAsync([new UserChatMessage(question)]);
        return completion.Content[0].Text;
    }

    public string Draft(string question)
    {
        var chat = _client.GetChatClient("gpt-4o");  // expect: model gpt-4o provider=openai
        // expect: flow openai user-content model=gpt-4o
        return chat?.CompleteChat(question, new ChatCompletionOptions { MaxOutputTokenCount = 100 }).Value.Content[0].Text;
    }

    public void Index(string documentText)
    {
        EmbeddingClient embeddings = new("text-embedding-3-large", key);  // expect: model text-embedding-3-large provider=openai
        embeddings.GenerateEmbedding(documentText);  // expect: flow openai user-content model=text-embedding-3-large
    }
}
