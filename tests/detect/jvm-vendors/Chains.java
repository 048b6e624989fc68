package shop.support;

import dev.langchain4j.community.model.zhipu.ZhipuAiChatModel;  // expect: use zhipu import ; use langchain4j import
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.google.genai.GoogleGenAiChatModel;  // expect: use google-gemini import
import dev.langchain4j.model.voyageai.VoyageAiEmbeddingModel;  // expect: use voyage import
import dev.langchain4j.model.watsonx.WatsonxChatModel;  // expect: use watsonx import
import dev.langchain4j.model.workersai.WorkersAiChatModel;  // expect: use cloudflare-workers-ai import

class Chains {
  ChatModel gemini = GoogleGenAiChatModel.builder().apiKey(key()).modelName("gemini-2.5-flash").build();  // expect: model gemini-2.5-flash provider=google-gemini
  ChatModel zhipu = ZhipuAiChatModel.builder().model("glm-4-flash").build();  // expect: model glm-4-flash provider=zhipu
  ChatModel workers = WorkersAiChatModel.builder().modelName("@cf/meta/llama-3-8b-instruct").build();  // expect: model @cf/meta/llama-3-8b-instruct provider=cloudflare-workers-ai
  VoyageAiEmbeddingModel voyage = VoyageAiEmbeddingModel.builder().modelName("voyage-3-large").build();  // expect: model voyage-3-large provider=voyage
  ChatModel watsonx = WatsonxChatModel.builder().baseUrl("https://eu-de.ml.cloud.ibm.com").modelName("ibm/granite-3-8b-instruct").build();  // expect: model ibm/granite-3-8b-instruct provider=watsonx ; endpoint https://eu-de.ml.cloud.ibm.com provider=watsonx

  String ask(String question) {
    return gemini.chat(question);  // expect: flow google-gemini user-content model=gemini-2.5-flash
  }
}
