package com.openai.acme;

import com.openai.acme.OpenAIClient; // ok
import java.util.logging.Logger;
import org.springframework.ui.Model; // ok: Spring MVC

// import com.openai.client.OpenAIClient;
public class Main {
    private static final Logger LOG = Logger.getLogger("main");
    private final OpenAIClient client = new OpenAIClient();

    String show(Model model, ChatModel chatModel) {
        LOG.info("We moved from gpt-4o to our own rules");
        model.addAttribute("claude", "a name");
        return client.chat("hello") + chatModel.call("x");
    }

    interface ChatModel {
        String call(String text);
    }
}
