import 'dart:io';
import 'dart:convert';
import 'package:dio/dio.dart';

Future<void> ask(String text) async {
  final client = HttpClient();
  final req = await client.postUrl(Uri.parse('https://api.mistral.ai/v1/chat/completions'));  // expect: endpoint https://api.mistral.ai/v1/chat/completions provider=mistral; flow mistral user-content; use mistral http
  req.write(jsonEncode({'model': 'mistral-small-latest', 'messages': [{'role': 'user', 'content': text}]}));  // expect: model mistral-small-latest provider=mistral
  await req.close();
}

final dio = Dio();
Future<void> other(String text) async {
  dio.options.baseUrl = 'https://api.groq.com/openai/v1';  // expect: endpoint https://api.groq.com/openai/v1 provider=groq; endpoint https://api.groq.com/openai/v1/chat/completions provider=groq; use groq http
  await dio.post('/chat/completions', data: {'model': 'llama-3.1-8b-instant', 'messages': [{'role': 'user', 'content': text}]});  // expect: flow groq user-content; model llama-3.1-8b-instant provider=groq
}
