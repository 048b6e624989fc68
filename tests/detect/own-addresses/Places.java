package com.acme;

public final class Places {
    // expect: use ollama http ; endpoint http://localhost:11434/ provider=ollama exposure=loopback
    public static final String OLLAMA = "http://localhost:11434/";
    public static final String SHOP = "http://localhost:8080/"; // ok: any server
    public static final String DESK = "http://localhost:1234/"; // ok: a port of many programs
    // expect: use lmstudio http ; endpoint http://localhost:1234/v1/chat/completions provider=lmstudio exposure=loopback
    public static final String ASSISTANT = "http://localhost:1234/v1/chat/completions";
    public static final String ORDERS = "http://localhost:1234/v1/orders"; // ok: a path of anybody's
}
