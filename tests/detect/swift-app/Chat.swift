// expect: use apple-foundation-models import
import FoundationModels
// expect: use openai import
import OpenAI

final class ChatService {
    private let client: OpenAI
    private let small: String

    // expect: model gpt-4o-mini provider=openai
    init(model: String = "gpt-4o-mini") {
        client = OpenAI(apiToken: ProcessInfo.processInfo.environment["OPENAI_API_KEY"] ?? "")
        small = model
    }

    func ask(_ prompt: String) async throws -> String {
        // expect: model gpt-4o provider=openai
        let query = ChatQuery(messages: [.user(.init(content: .string(prompt)))], model: .gpt4_o)
        // expect: flow openai model=gpt-4o user-content
        return try await client.chats(query: query).text
    }

    func again(_ prompt: String) async throws -> String {
        let query = ChatQuery(messages: prompt, model: Models.fast.rawValue)
        // expect: flow openai model=gpt-4.1-mini user-content
        return try await client.chats(query: query).text
    }

    func local(_ prompt: String) async throws -> String {
        let session = LanguageModelSession()
        // expect: flow apple-foundation-models user-content
        return try await session.respond(to: prompt).content
    }

    func raw() -> URLRequest {
        // expect: use anthropic http
        // expect: endpoint https://api.anthropic.com/v1/messages provider=anthropic
        URLRequest(url: URL(string: "https://api.anthropic.com/v1/messages")!)
    }
}
