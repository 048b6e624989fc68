class OpenAIClient {
  OpenAIClient({required this.apiKey});
  final String apiKey;
}
