// expect: use google-gemini import
import 'package:googleai_dart/googleai_dart.dart';

Future<void> ask(String question) async {
  final client = GoogleAIClient.fromEnvironment();
  // expect: flow google-gemini model=gemini-2.0-flash user-content
  await client.models.generateContent(model: 'gemini-2.0-flash', request: GenerateContentRequest(contents: [question])); // expect: model gemini-2.0-flash provider=google-gemini
}
