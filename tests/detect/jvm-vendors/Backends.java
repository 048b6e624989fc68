package shop.support;

import com.anthropic.bedrock.backends.BedrockBackend;  // expect: use aws-bedrock import
import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.Model;

class Backends {
  void ask(String question) {
    AnthropicClient client = AnthropicOkHttpClient.builder().backend(BedrockBackend.fromEnv()).build();
    client.messages().create(MessageCreateParams.builder()  // expect: flow aws-bedrock user-content model=us.anthropic.claude-sonnet-4-5-20250929-v1:0
        .model("us.anthropic.claude-sonnet-4-5-20250929-v1:0")  // expect: model us.anthropic.claude-sonnet-4-5-20250929-v1:0 provider=aws-bedrock publisher=anthropic
        .maxTokens(100L)
        .addUserMessage(question)
        .build());
  }
}
