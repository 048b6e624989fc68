package acme;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import dev.langchain4j.model.openai.OpenAiChatModel;  // expect: use langchain4j import; use openai import

public class ChatHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    // expect: model gpt-4o-mini provider=openai
    private final OpenAiChatModel chat = OpenAiChatModel.builder().modelName("gpt-4o-mini").build();

    @Override
    // expect: surface chat route http route=/chat
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent request, Context context) {
        return new APIGatewayProxyResponseEvent().withBody(chat.chat(request.getBody()));  // expect: flow openai user-content
    }
}
