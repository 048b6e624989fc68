package app;

import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;

public class Routes {
    private final Desk desk;
    Routes(Desk desk) { this.desk = desk; }

    RouterFunction<?> routes() {
        return RouterFunctions.route()  // expect: surface chat route http asks=src/main/java/app/Desk.java:7 route=/talk
            .POST("/talk", this::talk)
            .GET("/messages", request -> null)  // ok: nothing is asked
            .build();
    }

    Object talk(Object request) { return desk.answer(request.toString()); }
}
