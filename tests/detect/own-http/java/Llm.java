package app;

public class Llm {
    private final Rest rest = new Rest();

    String ask(String text) {
        return rest.submit("https://api.groq.com/openai/v1/chat/completions", "{\"model\": \"llama-3.1-8b-instant\", \"prompt\": \"" + text + "\"}");  // expect: endpoint https://api.groq.com/openai/v1/chat/completions provider=groq; flow groq user-content; model llama-3.1-8b-instant provider=groq; use groq http
    }
}
