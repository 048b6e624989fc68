import 'package:ollama_dart/ollama_dart.dart'; // expect: use ollama import

const plain = 'acme-01'; // expect: model acme-01 provider=ollama

enum Tier {

  const Tier(this.model);
  final String model;
}

class Settings {
  const Settings({this.model = 'acme-04'}); // expect: model acme-04 provider=ollama
  final String model;
  static const table = {'fast': 'acme-05'}; // expect: model acme-05 provider=ollama
}

String choose(String kind) => switch (kind) {
      'a' => 'acme-06a', // expect: model acme-06a provider=ollama
      _ => 'acme-06b', // expect: model acme-06b provider=ollama
    };

Future<void> cells(OllamaClient client, Tier tier, String kind) async {
  await client.chat.create(request: ChatRequest(model: plain, messages: [])); // expect: flow ollama unresolved
  await client.chat.create(request: ChatRequest(model: Settings().model, messages: [])); // expect: flow ollama unresolved
  await client.chat.create(request: ChatRequest(model: Settings.table[kind] ?? 'acme-07', messages: [])); // expect: model acme-07 provider=ollama ; flow ollama unresolved
  await client.chat.create(request: ChatRequest(model: choose(kind), messages: [])); // expect: flow ollama unresolved
  await client.chat.create(request: ChatRequest(model: String.fromEnvironment('M08', defaultValue: 'acme-08'), messages: [])); // expect: model acme-08 provider=ollama variable=M08 ; flow ollama unresolved
  await client.chat.create(request: ChatRequest(model: Platform.environment['M09'] ?? 'acme-09', messages: [])); // expect: model acme-09 provider=ollama variable=M09 ; flow ollama unresolved
  await client.chat.create(request: ChatRequest(model: ['acme', '10'].join('-'), messages: [])); // expect: model acme-10 provider=ollama ; flow ollama unresolved
  await client.chat.create(request: ChatRequest(model: 'ACME-11'.toLowerCase(), messages: [])); // expect: model acme-11 provider=ollama ; flow ollama unresolved
  await client.chat.create(request: ChatRequest(model: ['acme-12'].first, messages: [])); // expect: model acme-12 provider=ollama ; flow ollama unresolved
}
