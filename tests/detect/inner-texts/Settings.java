package com.acme;

import org.springframework.beans.factory.annotation.Value;

class Settings {
    @Value("${assistant.model:gpt-4o-mini}") // expect: model gpt-4o-mini provider=openai
    private String model;

    @Value("${assistant.base-url:https://api.mistral.ai/v1}") // expect: use mistral http ; endpoint https://api.mistral.ai/v1 provider=mistral
    private String base;

    @Value("${shop.desk:desk-4}") // ok: nobody's model
    private String desk;

    @Value("${gpt-4o}") // ok: a key
    private String key;
}
