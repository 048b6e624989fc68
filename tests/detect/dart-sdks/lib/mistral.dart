// expect: use mistral import
import 'package:mistralai_dart/mistralai_dart.dart';

Future<void> ask(String question) async {
  final client = MistralClient.withApiKey('x');
  // expect: flow mistral model=mistral-small-latest user-content
  await client.chat.create(
    request: ChatCompletionRequest(model: 'mistral-small-latest', messages: [question]), // expect: model mistral-small-latest provider=mistral
  );
}
