import OpenAI  // expect: use openai import
import Vapor

let client = OpenAI(apiToken: "k")

func ask(_ question: String) async throws -> String {
    // expect: model gpt-4o provider=openai
    let query = ChatQuery(messages: [.user(.init(content: .string(question)))], model: .gpt4_o)
    return try await client.chats(query: query).id  // expect: flow openai user-content
}

func routes(_ app: Application) throws {
    // expect: surface chat route http route=/chat
    app.post("chat") { req async throws -> String in
        return try await ask(req.body.string ?? "")
    }
    app.get("health") { req in "ok" }
}
