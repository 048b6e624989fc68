package app;
import org.springframework.web.bind.annotation.*;
@RestController
@RequestMapping("/api/chat")
public class DeskController {
    private final Desk desk;
    DeskController(Desk desk) { this.desk = desk; }
    @PostMapping  // expect: surface chat route http asks=src/main/java/app/Desk.java:7 route=/api/chat
    String ask(@RequestBody String text) { return desk.answer(text); }
    @GetMapping(value = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)  // expect: surface chat route http asks=src/main/java/app/Desk.java:7 route=/api/chat/stream
    Object stream() { return desk.answer("x"); }
    @GetMapping("/messages") String list() { return "none"; }
}
