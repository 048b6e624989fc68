using Microsoft.AspNetCore.Mvc;

// Without attributes: names of class and method are the address.
public class AskController : Controller
{
    private readonly IAnswers _answers;
    public AskController(IAnswers answers) => _answers = answers;

    public async Task<string> Desk(string text) => await Answer(text);  // expect: surface chat route http asks=Services/Answers.cs:14 route=/ask/desk

    private Task<string> Answer(string text) => _answers.AnswerAsync(text);  // ok: nobody reaches it from outside
}
