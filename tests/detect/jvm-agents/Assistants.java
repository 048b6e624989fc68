package shop.support;

import dev.langchain4j.agent.tool.Tool;  // expect: use langchain4j import
import dev.langchain4j.model.openai.OpenAiChatModel;  // expect: use openai import
import dev.langchain4j.service.AiServices;
import java.nio.file.Files;
import java.nio.file.Path;

class ShopTools {
  // The text is a description, no name.
  @Tool("Reads")
  String readManual(String path) throws Exception {  // expect: tool readManual can=reads-sensitive
    return Files.readString(Path.of(path));
  }

  @Tool
  void restart(String service) throws Exception {  // expect: tool restart can=runs-code
    new ProcessBuilder("systemctl", "restart", service).start();
  }

  void helper() {}
}

interface Assistant {
  String chat(String message);
}

class App {
  String run(String question) {
    var model = OpenAiChatModel.builder().modelName("gpt-4o").build();  // expect: model gpt-4o provider=openai
    Assistant assistant = AiServices.builder(Assistant.class).chatModel(model).tools(new ShopTools()).build();  // expect: agent langchain4j name=assistant model=gpt-4o tools=readManual,restart
    return assistant.chat(question);  // expect: flow openai user-content
  }
}
