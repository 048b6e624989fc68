package app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/chat")
public class ChatResource {
    private final Desk desk;
    ChatResource(Desk desk) { this.desk = desk; }

    @POST  // expect: surface chat route http asks=src/main/java/app/Desk.java:7 route=/chat/ask
    @Path("ask")
    public String ask(String text) { return desk.answer(text); }

    @GET
    public String history() { return desk.toString(); }  // ok: it asks no model
}
