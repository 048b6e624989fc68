import 'package:dart_openai/dart_openai.dart'; // expect: use openai import

class Getter {
  String get model => 'gpt-4o'; // expect: model gpt-4o provider=openai
}
