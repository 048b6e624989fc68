package shop.support;

import org.springframework.ai.openai.OpenAiChatModel;  // expect: use openai import ; use spring-ai import
import org.springframework.ai.openai.OpenAiChatOptions;

class Spring {
  // Spring AI 2: options in place of defaultOptions, and the address is one of them.
  OpenAiChatModel model = OpenAiChatModel.builder()
      .options(OpenAiChatOptions.builder().model("gpt-5-mini").build())  // expect: model gpt-5-mini provider=openai
      .build();

  String ask(String question) {
    return model.call(question);  // expect: flow openai user-content model=gpt-5-mini
  }
}
