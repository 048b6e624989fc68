// expect: use openai import
import 'package:openai_dart/openai_dart.dart';

class Chat {
  Chat({required this.model});
  final String model;
  final client = OpenAIClient(apiKey: 'x');

  Future<void> ask(String question, {String name = 'gpt-4o-mini'}) async { // expect: model gpt-4o-mini provider=openai
    // expect: flow openai model=gpt-4o-mini user-content
    await client.createChatCompletion(request: request(name, question));
  }

  CreateChatCompletionRequest request(String id, String text) {
    return CreateChatCompletionRequest(model: ChatCompletionModel.modelId(id), messages: [text]);
  }

  Future<void> passed(String question) => sent(question, 'gpt-4.1'); // expect: model gpt-4.1 provider=openai

  Future<void> sent(String question, String id) async {
    // expect: flow openai model=gpt-4.1 user-content
    await client.createChatCompletion(request: CreateChatCompletionRequest(model: id, messages: [question]));
  }

  Future<void> uncalled(String question, String id) async {
    // expect: flow openai user-content ; unresolved model openai
    await client.createChatCompletion(request: CreateChatCompletionRequest(model: id, messages: [question]));
  }
}
