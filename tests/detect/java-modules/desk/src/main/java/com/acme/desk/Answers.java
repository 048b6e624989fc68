package com.acme.desk;

import org.springframework.ai.chat.client.ChatClient; // expect: use spring-ai import
import org.springframework.ai.mistralai.MistralAiChatModel; // expect: use mistral import

class Answers {
    private final ChatClient client;
    private final ChatClient named;

    Answers(ChatClient.Builder builder, MistralAiChatModel model) {
        this.client = builder.build();
        this.named = ChatClient.create(model);
    }

    String answer(String question) {
        return client.prompt().user(question).call().content(); // expect: unresolved provider spring-ai ; flow spring-ai user-content
    }

    String named(String question) {
        return named.prompt().user(question).call().content(); // expect: flow mistral user-content
    }
}
