import AIProxy // expect: use aiproxy import

enum Choice: String {
    case comet = "google/gemini-3-flash-preview" // expect: model google/gemini-3-flash-preview provider=openrouter
}

func make(key: String) {
    let router = AIProxy.openRouterDirectService(unprotectedAPIKey: key) // expect: use openrouter sdk-call
    let claude = AIProxy.anthropicService(partialKey: "v2|1", serviceURL: "https://proxy.example.com") // expect: use anthropic sdk-call
}
