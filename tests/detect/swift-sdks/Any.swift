// expect: use any-language-model import
import AnyLanguageModel

struct Any1 {
    func ask(_ question: String) async throws {
        let model = OpenAILanguageModel(apiKey: "x", model: "gpt-4o-mini") // expect: model gpt-4o-mini provider=openai ; use openai sdk-call
        let session = LanguageModelSession(model: model, instructions: "Be brief")
        _ = try await session.respond(to: question) // expect: flow openai model=gpt-4o-mini user-content
    }
}
