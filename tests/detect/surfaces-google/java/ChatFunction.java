package acme;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;  // expect: use langchain4j import; use openai import

public class ChatFunction implements HttpFunction {
    // expect: model gpt-4o-mini provider=openai
    private final OpenAiChatModel chat = OpenAiChatModel.builder().modelName("gpt-4o-mini").build();

    // expect: surface chat route http route=/chat
    public void service(HttpRequest request, HttpResponse response) throws Exception {
        String question = request.getReader().readLine();
        response.getWriter().write(chat.chat(question));  // expect: flow openai user-content
    }
}
