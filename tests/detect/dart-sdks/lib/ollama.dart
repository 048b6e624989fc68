// expect: use ollama import
import 'package:ollama_dart/ollama_dart.dart';

Future<void> ask(String question) async {
  final client = OllamaClient();
  // expect: flow ollama model=llama3.2 user-content
  await client.chat.create(request: ChatRequest(model: 'llama3.2', messages: [question])); // expect: model llama3.2 provider=ollama
}
