package com.acme.app;

import static com.acme.cfg.Constants.JOINED;
import static com.acme.cfg.Constants.*;

import com.acme.cfg.Options;
import com.acme.cfg.Sealed;
import com.acme.cfg.Settings;
import com.acme.cfg.Tier;
import dev.langchain4j.model.openai.OpenAiChatModel; // expect: use openai import ; use langchain4j import
import java.util.Objects;
import java.util.Optional;

class Chat {
    private String ask(String model, String q) {
        return OpenAiChatModel.builder().apiKey("k").modelName(model).build().chat(q); // expect: flow openai unresolved
    }

    void constants(String q) {
        ask(PLAIN, q);
        ask(JOINED, q);
    }

    void enums(String q) {
        OpenAiChatModel.builder().modelName(Tier.FAST.model()).build();
        OpenAiChatModel.builder().modelName(Tier.of(q).model()).build();
    }

    void tables(String q) {
        OpenAiChatModel.builder().modelName(Sealed.TABLE.get(q)).build();
        OpenAiChatModel.builder().modelName(Sealed.ENTRIES.get(q)).build();
        OpenAiChatModel.builder().modelName(Sealed.byTier(Tier.FAST)).build();
        OpenAiChatModel.builder().modelName(Sealed.put("fast")).build();
        OpenAiChatModel.builder().modelName(Sealed.LIST.get(0)).build();
    }

    void settings(String q) {
        Settings settings = Settings.defaults();
        OpenAiChatModel.builder().baseUrl(settings.url()).modelName(settings.model()).build(); // expect: use groq http
        OpenAiChatModel.builder().modelName(new Options().getModel()).build();
        OpenAiChatModel.builder().modelName(Options.builder().build().model()).build();
        OpenAiChatModel.builder().modelName(new Options().withChosen("acme-15").getChosen()).build(); // expect: model acme-15 provider=openai
    }

    void env(String q) {
        OpenAiChatModel.builder().modelName(System.getenv().getOrDefault("M16", "acme-16")).build(); // expect: model acme-16 provider=openai variable=M16
        OpenAiChatModel.builder().modelName(Optional.ofNullable(System.getenv("M17")).orElse("acme-17")).build(); // expect: model acme-17 provider=openai variable=M17
        OpenAiChatModel.builder().modelName(Objects.requireNonNullElse(System.getenv("M18"), "acme-18")).build(); // expect: model acme-18 provider=openai variable=M18
        String m19 = System.getenv("M19");
        if (m19 == null || m19.isBlank()) {
            m19 = "acme-19"; // expect: model acme-19 provider=openai variable=M19
        }
        OpenAiChatModel.builder().modelName(m19).build();
        String m20 = System.getenv("M20") != null ? System.getenv("M20") : "acme-20"; // expect: model acme-20 provider=openai variable=M20
        OpenAiChatModel.builder().modelName(m20).build();
        OpenAiChatModel.builder().modelName(System.getProperty("m.21", "acme-21")).build(); // expect: model acme-21 provider=openai variable=m.21
        OpenAiChatModel.builder().modelName(Optional.ofNullable(System.getenv("M22")).filter(s -> !s.isBlank()).orElseGet(() -> "acme-22")).build(); // expect: model acme-22 provider=openai variable=M22
        OpenAiChatModel.builder().modelName(Objects.requireNonNullElseGet(System.getenv("M23"), () -> "acme-23")).build(); // expect: model acme-23 provider=openai variable=M23
        OpenAiChatModel.builder().modelName(Env.get("M24", "acme-24")).build(); // expect: model acme-24 provider=openai variable=M24
        OpenAiChatModel.builder().modelName(Env.or("M25").orElse("acme-25")).build(); // expect: model acme-25 provider=openai variable=M25
        OpenAiChatModel.builder().modelName(System.getenv("M26")).build(); // expect: unresolved model openai variable=M26
    }

    void switches(String q) {
        String model = switch (q) {
            case "fast" -> "acme-27a"; // expect: model acme-27a provider=openai
            case "b" -> { yield "acme-27b"; } // expect: model acme-27b provider=openai
            default -> throw new IllegalArgumentException();
        };
        OpenAiChatModel.builder().modelName(model).build();
        String old;
        switch (q) {
            case "fast":
                old = "acme-28a"; // expect: model acme-28a provider=openai
                break;
            default:
                old = "acme-28b"; // expect: model acme-28b provider=openai
        }
        OpenAiChatModel.builder().modelName(old).build();
        OpenAiChatModel.builder().modelName(pick(q)).build();
    }

    private static String pick(String q) {
        if (q.isEmpty()) return "acme-29a"; // expect: model acme-29a provider=openai
        return "acme-29b"; // expect: model acme-29b provider=openai
    }

    void texts(String q) {
        String size = "30";
        OpenAiChatModel.builder().modelName(String.format("acme-%s", size)).build(); // expect: model acme-30 provider=openai
        OpenAiChatModel.builder().modelName("acme-%d".formatted(31)).build(); // expect: model acme-31 provider=openai
        OpenAiChatModel.builder().modelName("acme".concat("-32")).build(); // expect: model acme-32 provider=openai
        OpenAiChatModel.builder().modelName("ACME-35".toLowerCase()).build(); // expect: model acme-35 provider=openai
        OpenAiChatModel.builder().modelName("acme-$".replace("$", "36")).build(); // expect: model acme-36 provider=openai
    }

    void overloads(String q) {
        withDefault(q);
    }

    private void withDefault(String q) {
        withDefault(q, "acme-37"); // expect: model acme-37 provider=openai
    }

    private void withDefault(String q, String model) {
        OpenAiChatModel.builder().modelName(model).build();
    }

    private static OpenAiChatModel.OpenAiChatModelBuilder base() {
        return OpenAiChatModel.builder().modelName("acme-38"); // expect: model acme-38 provider=openai
    }

    void halves(String q) {
        base().build().chat(q); // expect: flow openai model=acme-38 unresolved
        var builder = OpenAiChatModel.builder(); // expect: use deepseek http
        builder.modelName("acme-39"); // expect: model acme-39 provider=deepseek
        if (q.isEmpty()) {
            builder.baseUrl("https://api.deepseek.com/v1"); // expect: endpoint https://api.deepseek.com/v1 provider=deepseek
        }
        builder.build().chat(q); // expect: flow deepseek model=acme-39 unresolved
    }

    private final java.util.function.Function<String, String> choose = t -> t.equals("x") ? "acme-40a" : "acme-40b"; // expect: model acme-40a provider=openai ; model acme-40b provider=openai

    void functional(String q) {
        OpenAiChatModel.builder().modelName(choose.apply(q)).build();
        java.util.function.Supplier<String> s = () -> "acme-41"; // expect: model acme-41 provider=openai
        OpenAiChatModel.builder().modelName(s.get()).build();
    }
}
