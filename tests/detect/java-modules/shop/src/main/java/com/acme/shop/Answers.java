package com.acme.shop;

import java.util.List;
import org.springframework.ai.chat.client.ChatClient; // expect: use spring-ai import
import org.springframework.ai.chat.model.ChatModel;

class Answers {
    private final ChatClient client;
    private final List<ChatModel> models;

    Answers(ChatClient.Builder builder, List<ChatModel> models) {
        this.client = builder.build();
        this.models = models;
    }

    String answer(String question) {
        return client.prompt().user(question).call().content(); // expect: flow openai user-content
    }

    long names(String question) {
        var first = client.prompt(question).call().entity(List.class); // expect: flow openai user-content
        return models.stream().count() + first.stream().count(); // ok
    }
}
