using Microsoft.AspNetCore.SignalR;
public class SupportHub : Hub
{
    private readonly IAnswers _a;
    public SupportHub(IAnswers a) { _a = a; }
    public async Task Send(string text) { await Clients.Caller.SendAsync("x", await _a.AnswerAsync(text)); }  // expect: surface chat route websocket asks=Services/Answers.cs:14 route=/support/send
    public Task Ping() => Task.CompletedTask;
}
