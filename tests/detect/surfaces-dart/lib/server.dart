import 'package:shelf_router/shelf_router.dart';
import 'package:google_generative_ai/google_generative_ai.dart';  // expect: use google-gemini import
// expect: model gemini-1.5-flash provider=google-gemini
final model = GenerativeModel(model: 'gemini-1.5-flash', apiKey: 'k');
Future<String> ask(String question) async {
  final answer = await model.generateContent([Content.text(question)]);  // expect: flow google-gemini user-content
  return answer.text ?? '';
}
Router router() {
  final app = Router();
  // expect: surface chat route http route=/chat
  app.post('/chat', (request) async => await ask(await request.readAsString()));
  app.get('/health', (request) => 'ok');
  return app;
}
