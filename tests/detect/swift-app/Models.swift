enum Models: String {
    // expect: model gpt-4.1-mini provider=openai
    case fast = "gpt-4.1-mini"
}
