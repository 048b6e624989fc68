class A
{
    // expect: model gpt-4o-mini provider=openai
    const string Body = """
        { "model": "gpt-4o-mini", "messages": [] }
        """;
    const string Line = @"{ ""model"": ""gpt-4.1"", ""messages"": [] }"; // expect: model gpt-4.1 provider=openai
    string Filled(string text) => $$"""{ "model": "gpt-4.1-mini", "prompt": "{{text}}" }"""; // expect: model gpt-4.1-mini provider=openai
}
