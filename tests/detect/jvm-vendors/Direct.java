package shop.support;

import com.anthropic.client.AnthropicClient;  // expect: use anthropic import
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.Model;
import com.openai.client.OpenAIClient;  // expect: use openai import
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.ChatModel;
import com.openai.models.responses.ResponseCreateParams;

class Direct {
  private final AnthropicClient claude = AnthropicOkHttpClient.fromEnv();
  private final OpenAIClient openai = OpenAIOkHttpClient.fromEnv();

  void ask(String question) {
    // Constants of models that no list of retirement dates has.
    claude.messages().create(MessageCreateParams.builder()  // expect: flow anthropic user-content model=claude-opus-4-8
        .model(Model.CLAUDE_OPUS_4_8)  // expect: model claude-opus-4-8 provider=anthropic
        .maxTokens(100L)
        .addUserMessage(question)
        .build());
    openai.responses().create(ResponseCreateParams.builder()  // expect: flow openai user-content model=gpt-5.6-sol
        .model(ChatModel.GPT_5_6_SOL)  // expect: model gpt-5.6-sol provider=openai
        .input(question)
        .build());
  }
}
