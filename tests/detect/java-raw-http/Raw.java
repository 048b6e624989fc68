package com.acme.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

class Raw {
    private static final String HOST = "https://api.mistral.ai"; // expect: use mistral http ; endpoint https://api.mistral.ai provider=mistral
    private final HttpClient http = HttpClient.newHttpClient();
    private final OkHttpClient ok = new OkHttpClient();
    private final RestTemplate rest = new RestTemplate();
    private final WebClient web = WebClient.builder().baseUrl("https://api.deepseek.com").build(); // expect: use deepseek http ; endpoint https://api.deepseek.com provider=deepseek

    String ask(String question) throws Exception {
        // expect: model gpt-4o provider=openai
        String body = """
            {"model": "gpt-4o", "messages": [{"role": "user", "content": "%s"}]}
            """.formatted(question);
        HttpRequest request = HttpRequest.newBuilder() // expect: flow openai model=gpt-4o user-content
            .uri(URI.create("https://api.openai.com/v1/chat/completions")) // expect: use openai http ; endpoint https://api.openai.com/v1/chat/completions provider=openai
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    Object mistral(String question) {
        Request request = new Request.Builder() // expect: flow mistral user-content
            .url(HOST + "/v1/chat/completions") // expect: endpoint https://api.mistral.ai/v1/chat/completions provider=mistral
            .post(RequestBody.create(question, null))
            .build();
        return ok.newCall(request);
    }

    Object claude(String question) {
        // expect: use anthropic http ; endpoint https://api.anthropic.com/v1/messages provider=anthropic ; flow anthropic user-content
        return rest.postForObject("https://api.anthropic.com/v1/messages", question, String.class);
    }
}
