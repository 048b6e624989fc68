package com.acme.support;

import com.openai.client.OpenAIClient; // expect: use openai import
import com.openai.models.ChatModel;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import java.util.Map;
import java.util.Optional;

public class Answers {
    private static final Map<String, String> MODELS = Map.of("draft", "llama-3.1-8b-instant", "final", "llama-3.3-70b-versatile"); // expect: model llama-3.1-8b-instant provider=groq ; model llama-3.3-70b-versatile provider=groq

    private final OpenAIClient client = Clients.standard();
    private final OpenAIClient quick = Clients.fast(System.getenv("QUICK_KEY"));

    public String answer(String question) {
        ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
            .model(Models.FAST.getId())
            .addSystemMessage("Be brief.")
            .addUserMessage(question)
            .build();
        return client.chat().completions().create(params).choices().get(0).message().content().orElse(""); // expect: flow openai model=gpt-4o-mini user-content
    }

    public Object embed(String ticketText) {
        // expect: model text-embedding-3-small provider=openai ; flow openai model=text-embedding-3-small user-content
        return client.embeddings().create(EmbeddingCreateParams.builder().model("text-embedding-3-small").input(ticketText).build());
    }

    public Object careful(String question) {
        // expect: model gpt-4.1 provider=openai variable=CAREFUL_MODEL ; flow openai model=gpt-4.1 user-content
        return client.chat().completions().create(ChatCompletionCreateParams.builder().model(Optional.ofNullable(System.getenv("CAREFUL_MODEL")).orElse("gpt-4.1")).addUserMessage(question).build());
    }

    public Object constant(String question) {
        return client.chat().completions().create(ChatCompletionCreateParams.builder() // expect: flow openai model=gpt-4o user-content
            .model(ChatModel.GPT_4O) // expect: model gpt-4o provider=openai
            .addUserMessage(question).build());
    }

    public Object draft(String question) {
        // expect: flow groq model=llama-3.1-8b-instant user-content
        return quick.chat().completions().create(ChatCompletionCreateParams.builder().model(MODELS.get("draft")).addUserMessage(question).build());
    }

    public Object unknown(String question, String name) {
        // expect: unresolved model openai ; flow openai user-content
        return client.chat().completions().create(ChatCompletionCreateParams.builder().model(name).addUserMessage(question).build());
    }
}
