using System.Net.Http;

public class Rest
{
    private readonly HttpClient http = new HttpClient();
    public Task Submit(string url, object body) => http.PostAsJsonAsync(url, body);
}
