package app;

import org.springframework.web.client.RestClient;

public class Other {
    private final Desk desk;
    private final RestClient client;
    Other(Desk desk, RestClient client) { this.desk = desk; this.client = client; }

    // ok: it asks another server, and answers nobody
    void send() { client.post("/chat", () -> desk.answer("x")); }
}
