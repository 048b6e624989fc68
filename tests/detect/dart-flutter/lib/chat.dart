// expect: use google-gemini import
import 'package:google_generative_ai/google_generative_ai.dart';
// expect: use openai import
import 'package:openai_dart/openai_dart.dart';
import 'package:shop/src/settings.dart';

class ChatService {
  // expect: model gpt-4o-mini provider=openai
  ChatService({this.name = 'gpt-4o-mini'});

  final String name;
  // expect: use groq http
  final client = OpenAIClient(apiKey: 'x', baseUrl: baseUrl);
  // expect: model gemini-1.5-flash provider=google-gemini
  late final GenerativeModel _gemini = GenerativeModel(model: 'gemini-1.5-flash', apiKey: '');

  Future<String?> ask(String prompt) async {
    // expect: flow groq model=llama-3.3-70b-versatile user-content
    final res = await client.createChatCompletion(
      request: CreateChatCompletionRequest(
        model: ChatCompletionModel.modelId(chatModel),
        messages: [prompt],
      ),
    );
    return res.text;
  }

  Future<String?> describe(String prompt) async {
    // expect: flow google-gemini model=gemini-1.5-flash user-content
    final response = await _gemini.generateContent([Content.text('Describe $prompt')]);
    return response.text;
  }

  Future<void> raw(String region) async {
    // expect: use aws-bedrock http
    // expect: endpoint https://bedrock-runtime.{region}.amazonaws.com/model/x/invoke provider=aws-bedrock
    await http.post(Uri.parse('https://bedrock-runtime.$region.amazonaws.com/model/x/invoke'));
  }
}
