import 'dart:convert';

import 'package:dio/dio.dart';
import 'package:http/http.dart' as http;

class Chat {
  final dio = Dio(BaseOptions(baseUrl: 'https://api.groq.com/openai/v1')); // expect: use groq http ; endpoint https://api.groq.com/openai/v1 provider=groq ; endpoint https://api.groq.com/openai/v1/chat/completions provider=groq

  Future<String> post(String question) async {
    // expect: use openai http ; endpoint https://api.openai.com/v1/chat/completions provider=openai
    final url = Uri.parse('https://api.openai.com/v1/chat/completions');
    // expect: flow openai model=gpt-4o-mini user-content
    final response = await http.post(
      url,
      headers: {'Authorization': 'Bearer x'},
      body: jsonEncode({
        'model': 'gpt-4o-mini', // expect: model gpt-4o-mini provider=openai
        'messages': [
          {'role': 'user', 'content': question},
        ],
      }),
    );
    return response.body;
  }

  Future<void> parts(String question) async {
    // expect: use mistral http ; endpoint https://api.mistral.ai/v1/chat/completions provider=mistral
    final url = Uri.https('api.mistral.ai', '/v1/chat/completions');
    // expect: model mistral-small-latest provider=mistral ; flow mistral model=mistral-small-latest user-content
    await http.Client().post(url, body: json.encode({'model': 'mistral-small-latest', 'messages': question}));
  }

  Future<void> request(String question) async {
    // expect: use anthropic http ; endpoint https://api.anthropic.com/v1/messages provider=anthropic
    final request = http.Request('POST', Uri.parse('https://api.anthropic.com/v1/messages'));
    request.body = jsonEncode({'model': 'claude-3-5-haiku-20241022', 'messages': question}); // expect: model claude-3-5-haiku-20241022 provider=anthropic
    await http.Client().send(request); // expect: flow anthropic model=claude-3-5-haiku-20241022 user-content
  }

  Future<void> cascade(String question) async {
    final request = http.Request('POST', Uri.parse('https://api.deepseek.com/chat/completions')) // expect: use deepseek http ; endpoint https://api.deepseek.com/chat/completions provider=deepseek
      ..body = jsonEncode({'model': 'deepseek-chat', 'messages': question}); // expect: model deepseek-chat provider=deepseek
    await request.send();
    await client.send(request); // expect: flow deepseek model=deepseek-chat user-content
  }

  Future<void> withDio(String question) async {
    // expect: flow groq model=llama-3.3-70b-versatile user-content
    await dio.post('/chat/completions', data: {
      'model': 'llama-3.3-70b-versatile', // expect: model llama-3.3-70b-versatile provider=groq
      'messages': question,
    });
  }

  Future<void> decoys(String question) async {
    await http.post(Uri.parse('https://shop.example/v1/chat'), body: jsonEncode({'model': 'x', 'q': question})); // ok: nobody's
    await http.get(Uri.parse('https://platform.openai.com/docs')); // ok: a page
    await queue.send(question); // ok: no request
  }
}
