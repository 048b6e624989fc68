import 'dart:io';
import 'package:dio/dio.dart';

Future<void> save(String text) async {
  final client = HttpClient();
  final req = await client.postUrl(Uri.parse('https://orders.example.com/chat'));
  req.write('{"model": "gpt-4o"}'); // ok: nobody's address
  final dio = Dio();
  dio.options.baseUrl = 'https://orders.example.com/v1';
  await dio.post('/orders', data: {'text': text}); // ok: orders
}
