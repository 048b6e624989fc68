package shop.support;

import dev.langchain4j.agent.tool.Tool;  // expect: use langchain4j import
import io.quarkiverse.langchain4j.RegisterAiService;

class MailTools {
  @Tool
  String now() {  // expect: tool now can=none
    return java.time.Instant.now().toString();
  }
}

@RegisterAiService(tools = MailTools.class)
interface Postman {  // expect: agent langchain4j name=Postman tools=now
  String write(String to);
}
