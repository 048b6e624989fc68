package acme;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.langchain4j.model.openai.OpenAiChatModel;  // expect: use langchain4j import; use openai import

public class ChatQueue implements RequestHandler<SQSEvent, Void> {
    // expect: model gpt-4o-mini provider=openai
    private final OpenAiChatModel chat = OpenAiChatModel.builder().modelName("gpt-4o-mini").build();

    public Void handleRequest(SQSEvent event, Context context) {
        String body = event.getRecords().get(0).getBody();
        chat.chat(body);  // expect: flow openai user-content
        return null;
    }
}
