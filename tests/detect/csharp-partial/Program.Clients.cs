using OpenAI.Chat;  // expect: use openai import

internal static partial class Program
{
    private static ChatClient? s_client;

    private static async Task<ChatClient> GetClientAsync()
    {
        s_client ??= new ChatClient("gpt-4o", "key");  // expect: model gpt-4o provider=openai
        return s_client;
    }
}
