// expect: use any-language-model import
import AnyLanguageModel
import Foundation

enum Tier: String {
    case fast = "acme-01" // expect: model acme-01 provider=openai
    case smart = "acme-02" // expect: model acme-02 provider=openai

    static let standard = "acme-03" // expect: model acme-03 provider=openai
}

struct Settings {
    var model: String = "acme-04" // expect: model acme-04 provider=openai
    static let table = ["fast": "acme-05"] // expect: model acme-05 provider=openai
    let other: String

    init(other: String = "acme-06") { // expect: model acme-06 provider=openai
        self.other = other
    }
}

func cells(tier: Tier, kind: String) {
    _ = OpenAILanguageModel(apiKey: "x", model: Tier.fast.rawValue) // expect: use openai sdk-call
    _ = OpenAILanguageModel(apiKey: "x", model: tier.rawValue)
    _ = OpenAILanguageModel(apiKey: "x", model: Tier.standard)
    _ = OpenAILanguageModel(apiKey: "x", model: Settings().model)
    _ = OpenAILanguageModel(apiKey: "x", model: Settings.table[kind] ?? "acme-07") // expect: model acme-07 provider=openai
    _ = OpenAILanguageModel(apiKey: "x", model: Settings().other)
    _ = OpenAILanguageModel(apiKey: "x", model: ProcessInfo.processInfo.environment["M08"] ?? "acme-08") // expect: model acme-08 provider=openai variable=M08
    _ = OpenAILanguageModel(apiKey: "x", model: "ACME-09".lowercased()) // expect: model acme-09 provider=openai
    _ = OpenAILanguageModel(apiKey: "x", model: ["acme", "10"].joined(separator: "-")) // expect: model acme-10 provider=openai
    _ = OpenAILanguageModel(apiKey: "x", model: "acme-\(11)") // expect: model acme-11 provider=openai
    _ = OpenAILanguageModel(apiKey: "x", model: kind.isEmpty ? "acme-12a" : "acme-12b") // expect: model acme-12a provider=openai ; model acme-12b provider=openai
}
