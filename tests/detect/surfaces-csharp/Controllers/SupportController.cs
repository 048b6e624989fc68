using Microsoft.AspNetCore.Mvc;
using Shop.Services;

namespace Shop.Controllers;

[ApiController]
[Route("api/[controller]")]
public class ChatController : ControllerBase
{
    private readonly IAnswers _answers;
    public ChatController(IAnswers answers) => _answers = answers;

    [HttpPost("ask")]  // expect: surface chat route http asks=Services/Answers.cs:14 route=/api/Chat/ask
    public async Task<IActionResult> Ask([FromBody] Question q) => Ok(await _answers.AnswerAsync(q.Text));

    [HttpGet]
    public IActionResult History() => Ok(new string[0]);
}
