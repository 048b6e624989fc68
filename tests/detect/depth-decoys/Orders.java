package com.acme;

import dev.langchain4j.model.openai.OpenAiChatModel; // expect: use openai import ; use langchain4j import
import java.util.HashMap;
import java.util.List;
import java.util.Map;

enum Colour {
    RED("red-01"), // ok: nobody's model
    BLUE("blue-02"); // ok

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}

class Orders {
    private final Map<String, String> paints = new HashMap<>();

    void paint(Colour colour, List<String> names) {
        paints.put("fast", "paint-03"); // ok: no call takes it
        names.forEach(name -> System.out.println(name + colour.code())); // ok
        StringBuilder builder = new StringBuilder();
        builder.append("brush-04"); // ok: another builder
        String first = names.stream().filter(n -> n.startsWith("x")).findFirst().orElse("lamp-05"); // ok
        System.out.println(builder.toString() + first);
    }

    void ask(String question) {
        var other = new Paint.PaintBuilder();
        other.finish("brush-06"); // ok: set on another builder
        var builder = OpenAiChatModel.builder();
        builder.modelName("acme-01"); // expect: model acme-01 provider=openai
        builder.build().chat(question); // expect: flow openai model=acme-01 user-content
    }

    void branches(boolean fast, String question) {
        String model;
        if (fast) {
            model = "acme-03"; // expect: model acme-03 provider=openai
        } else {
            model = "acme-04"; // expect: model acme-04 provider=openai
        }
        OpenAiChatModel.builder().modelName(model).build().chat(question); // expect: flow openai user-content
    }
}
