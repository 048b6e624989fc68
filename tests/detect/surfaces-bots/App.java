import com.slack.api.bolt.App;
import com.openai.client.OpenAIClient;  // expect: use openai import
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
public class Desk {
  static OpenAIClient client = OpenAIOkHttpClient.fromEnv();
  public static void main(String[] a) {
    App app = new App();
    app.message("hello", (payload, ctx) -> { ctx.say(answer(payload.getEvent().getText())); return ctx.ack(); });  // expect: surface chat bot slack asks=App.java:12
    app.command("/ping", (req, ctx) -> ctx.ack("pong"));
  }
  static String answer(String t) { return client.chat().completions().create(ChatCompletionCreateParams.builder().addUserMessage(t).model("gpt-4o").build()).toString(); }  // expect: flow openai unresolved; model gpt-4o provider=openai
}
