package com.acme.support;

/** Which model does what; gpt-4 in this comment is prose. */
public enum Models {
    FAST("gpt-4o-mini"), // expect: model gpt-4o-mini provider=openai
    GOOD("gpt-4o-2024-08-06"); // expect: model gpt-4o-2024-08-06 provider=openai

    private final String id;

    Models(String id) {
        this.id = id;
    }

    public String getId() {
        return id;
    }
}
