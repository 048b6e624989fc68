class A {
    // expect: model gpt-4o-mini provider=openai
    static final String BODY = """
        {
          "model": "gpt-4o-mini",
          "messages": []
        }
        """;
    static final String LINE = "{\"model\": \"claude-sonnet-4-5\", \"messages\": []}"; // expect: model claude-sonnet-4-5 provider=anthropic
}
