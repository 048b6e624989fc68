package com.acme.desk;

import lombok.RequiredArgsConstructor;
import org.springframework.ai.chat.client.ChatClient; // expect: use spring-ai import
import org.springframework.ai.openai.OpenAiChatOptions; // expect: use openai import
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

@Service
@RequiredArgsConstructor
class DeskService {
    private final ChatClient chatClient;
    private final DeskSettings settings;

    @Value("${desk.reply-model:gpt-4.1-nano}") // expect: model gpt-4.1-nano provider=openai variable=desk.reply-model
    private String replyModel;

    String reply(String question) {
        return chatClient.prompt() // expect: flow openai user-content
            .user(u -> u.text("Answer {m}").param("m", question))
            .options(OpenAiChatOptions.builder().model(replyModel).build())
            .call()
            .content();
    }

    String plain(String question) {
        return chatClient.prompt(question).call().content(); // expect: flow openai model=gpt-4.1-mini user-content
    }

    OpenAiChatOptions summaries() {
        return OpenAiChatOptions.builder().model(settings.getSummaryModel()).build();
    }

    OpenAiChatOptions titles() {
        return OpenAiChatOptions.builder().model(settings.getTitleModel()).build();
    }
}
