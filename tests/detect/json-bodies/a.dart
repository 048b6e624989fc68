// expect: model gpt-4o-mini provider=openai
const body = '''
{ "model": "gpt-4o-mini", "messages": [] }
''';
