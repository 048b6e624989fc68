package com.acme;

import dev.langchain4j.model.chat.ChatModel; // expect: use langchain4j import
import dev.langchain4j.model.ollama.OllamaChatModel; // expect: use ollama import
import dev.langchain4j.model.openai.OpenAiChatModel; // expect: use openai import
import dev.langchain4j.service.AiServices;
import static dev.langchain4j.model.openai.OpenAiChatModelName.GPT_4_O_MINI;

public class Shop {
    private final Assistant assistant;
    private final ChatModel local = OllamaChatModel.builder()
        .baseUrl("http://localhost:11434") // expect: endpoint http://localhost:11434 provider=ollama exposure=loopback
        .modelName("llama3.2") // expect: model llama3.2 provider=ollama
        .build();

    Shop() {
        ChatModel model = OpenAiChatModel.builder()
            .apiKey(System.getenv("OPENAI_API_KEY"))
            .modelName(GPT_4_O_MINI) // expect: model gpt-4o-mini provider=openai
            .build();
        this.assistant = AiServices.builder(Assistant.class)
            .chatModel(model)
            .build();
    }

    String ask(String question) {
        return assistant.answer(question); // expect: flow openai model=gpt-4o-mini user-content
    }

    String askLocal(String question) {
        return local.chat(question); // expect: flow ollama model=llama3.2 user-content
    }
}
