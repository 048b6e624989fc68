import 'package:dartantic_ai/dartantic_ai.dart';

final agent = Agent('openai:gpt-4o-mini');
