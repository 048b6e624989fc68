import 'package:openai_dart/openai/client.dart'; // ok: the tree's own package
import 'openai/client.dart';

// https://api.openai.com in a comment is nothing.
final client = OpenAIClient(apiKey: 'x');
const text = 'Ask OpenAI or Claude'; // ok: prose
bool isNew(String name) => name.startsWith('gpt-4'); // ok: a test of a part
