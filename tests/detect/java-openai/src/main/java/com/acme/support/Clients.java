package com.acme.support;

import com.openai.client.OpenAIClient; // expect: use openai import
import com.openai.client.okhttp.OpenAIOkHttpClient;

final class Clients {
    static final String BASE_URL = "https://api.groq.com/openai/v1"; // expect: use groq http ; endpoint https://api.groq.com/openai/v1 provider=groq

    private Clients() {}

    static OpenAIClient standard() {
        return OpenAIOkHttpClient.fromEnv();
    }

    static OpenAIClient fast(String key) {
        return OpenAIOkHttpClient.builder()
            .apiKey(key)
            .baseUrl(BASE_URL)
            .build();
    }
}
