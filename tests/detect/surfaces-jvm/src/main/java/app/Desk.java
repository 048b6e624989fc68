package app;
import org.springframework.ai.chat.client.ChatClient;  // expect: use spring-ai import
@Service
public class Desk {
    private final ChatClient chat;
    Desk(ChatClient.Builder b) { this.chat = b.build(); }
    String answer(String text) { return chat.prompt().user(text).call().content(); }  // expect: flow spring-ai user-content; unresolved provider spring-ai
}
