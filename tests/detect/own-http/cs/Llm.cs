public class Llm
{
    private readonly Rest rest = new Rest();
    public Task Ask(string text) => rest.Submit("https://api.groq.com/openai/v1/chat/completions", new { model = "llama-3.1-8b-instant", messages = new[] { new { role = "user", content = text } } });  // expect: endpoint https://api.groq.com/openai/v1/chat/completions provider=groq; flow groq user-content; model llama-3.1-8b-instant provider=groq; use groq http
}
