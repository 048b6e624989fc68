package shop.tools;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springaicommunity.mcp.annotation.McpTool;  // expect: use mcp import ; use spring-ai import

class Server {
  @McpTool(name = "read_note", description = "Reads a note.")
  String read(String name) throws Exception {  // expect: tool read_note can=reads-sensitive offered=Server
    return Files.readString(Path.of(name));
  }

  void notOffered() {}
}
