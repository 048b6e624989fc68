package com.acme.cfg;

public record Settings(String model, String url) {
    public static Settings defaults() {
        return new Settings("acme-11", "https://api.groq.com/openai/v1"); // expect: model acme-11 provider=groq ; endpoint https://api.groq.com/openai/v1 provider=groq ; use groq http
    }
}
