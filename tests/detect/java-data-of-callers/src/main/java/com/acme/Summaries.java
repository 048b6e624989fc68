package com.acme;

import dev.langchain4j.model.chat.ChatModel; // expect: use langchain4j import

public class Summaries {
    private final ChatModel model;

    public Summaries(ChatModel model) {
        this.model = model;
    }

    public String of(String what) {
        return model.chat(what); // expect: flow langchain4j special-category ; unresolved provider langchain4j
    }
}
