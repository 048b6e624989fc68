package acme;

import com.openai.client.OpenAIClient;  // expect: use openai import
import com.openai.models.chat.completions.ChatCompletionCreateParams;

class Llm {
  private final OpenAIClient client;

  Llm(OpenAIClient client) {
    this.client = client;
  }

  Object ask(String q) {
    // expect: flow openai personal
    return client.chat().completions().create(ChatCompletionCreateParams.builder().addUserMessage(q).build());
  }

  Object sumUp(String q) {
    // expect: flow openai financial
    return client.chat().completions().create(ChatCompletionCreateParams.builder().addUserMessage(q).build());
  }

  Object explain(Item it) {
    // expect: flow openai personal,special-category
    return client.chat().completions().create(ChatCompletionCreateParams.builder().addUserMessage(it.getIt()).build());
  }
}
