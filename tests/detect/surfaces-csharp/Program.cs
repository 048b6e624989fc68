using Shop.Services;
var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapPost("/chat", async (Question q, IAnswers answers) => await answers.AnswerAsync(q.Text));  // expect: surface chat route http asks=Services/Answers.cs:14 route=/chat
var group = app.MapGroup("/assistant");
group.MapPost("/", Send);  // expect: surface chat route http asks=Services/Answers.cs:14 route=/assistant
app.MapGet("/messages", (IAnswers a) => a.Name());
app.MapHub<SupportHub>("/live");
app.Run();
static Task<string> Send(Question q, IAnswers answers) => answers.AnswerAsync(q.Text);
