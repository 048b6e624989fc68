package com.acme.cfg;

public enum Tier {
    FAST("acme-03a"), // expect: model acme-03a provider=openai
    SMART("acme-03b"); // expect: model acme-03b provider=openai

    private final String model;

    Tier(String model) {
        this.model = model;
    }

    public String model() {
        return model;
    }

    public static Tier of(String name) {
        return Tier.valueOf(name);
    }
}
