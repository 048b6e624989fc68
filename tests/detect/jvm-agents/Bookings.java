package shop.bookings;

import org.springframework.ai.chat.client.ChatClient;  // expect: use spring-ai import
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.jdbc.core.JdbcTemplate;

class BookingTools {
  private final JdbcTemplate jdbc;

  @Tool(name = "find_booking", description = "Finds a booking.")
  String find(String id) {  // expect: tool find_booking can=reads-sensitive
    return jdbc.queryForObject("SELECT name FROM bookings WHERE id = ?", String.class, id);
  }

  @Tool(description = "Cancels a booking.")
  void cancel(String id) {  // expect: tool cancel can=acts-outside
    jdbc.update("DELETE FROM bookings WHERE id = ?", id);
  }
}

class Bookings {
  private final ChatClient client;

  String ask(String question) {
    // expect: agent spring-ai tools=cancel,find_booking ; flow spring-ai user-content ; unresolved provider spring-ai
    return client.prompt().user(question).tools(new BookingTools()).call().content();
  }
}
