using System.Net.Http;
using System.Net.Http.Json;

namespace Shop;

public class Raw(HttpClient http, IHttpClientFactory factory)
{
    public async Task AskAsync(string question, string key)
    {
        // expect: use groq http ; endpoint https://api.groq.com/openai/v1/chat/completions provider=groq ; flow groq user-content model=llama-3.3-70b-versatile
        await http.PostAsJsonAsync("https://api.groq.com/openai/v1/chat/completions", new
        {
            model = "llama-3.3-70b-versatile",  // expect: model llama-3.3-70b-versatile provider=groq
            messages = new[] { new { role = "user", content = question } },
        });

        var own = new HttpClient { BaseAddress = new Uri("https://api.mistral.ai/") };  // expect: use mistral http ; endpoint https://api.mistral.ai/v1/chat/completions provider=mistral ; endpoint https://api.mistral.ai/ provider=mistral
        var body = new { model = "mistral-large-latest", prompt = question };  // expect: model mistral-large-latest provider=mistral
        await own.PostAsync("v1/chat/completions", JsonContent.Create(body));  // expect: flow mistral user-content model=mistral-large-latest

        var request = new HttpRequestMessage(HttpMethod.Post, "https://api.openai.com/v1/embeddings")  // expect: use openai http ; endpoint https://api.openai.com/v1/embeddings provider=openai
        {
            Content = new StringContent(JsonSerializer.Serialize(new { input = question })),
        };
        await factory.CreateClient().SendAsync(request);  // expect: flow openai user-content
        await http.GetAsync("https://shop.example/orders");  // ok: no provider
    }
}
