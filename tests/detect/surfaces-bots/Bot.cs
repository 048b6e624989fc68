using Telegram.Bot;
using OpenAI.Chat;  // expect: use openai import
public class Desk {
    private readonly ChatClient chat = new ChatClient("gpt-4o", "k");  // expect: model gpt-4o provider=openai
    public void Start(TelegramBotClient bot) {
        bot.OnMessage += OnMessage;  // expect: surface chat bot telegram asks=Bot.cs:9
        bot.OnError += OnError;
    }
    async Task OnMessage(Message m, UpdateType t) { await chat.CompleteChatAsync(m.Text); }  // expect: flow openai user-content
    Task OnError(Exception e, HandleErrorSource s) => Task.CompletedTask;
}
