using Google.GenAI;  // expect: use google-gemini import

public class Gemini
{
    public async Task AskAsync(string question)
    {
        var client = new Client(apiKey: "key");
        await client.Models.GenerateContentAsync(model: "gemini-2.5-flash", contents: question);  // expect: model gemini-2.5-flash provider=google-gemini ; flow google-gemini user-content model=gemini-2.5-flash

        var vertex = new Client(vertexAI: true, project: "shop", location: "europe-west4");  // expect: use google-vertex sdk-call ; endpoint https://europe-west4-aiplatform.googleapis.com provider=google-vertex
        await vertex.Models.GenerateContentAsync("gemini-2.5-pro", question);  // expect: model gemini-2.5-pro provider=google-vertex ; flow google-vertex user-content model=gemini-2.5-pro
    }
}
