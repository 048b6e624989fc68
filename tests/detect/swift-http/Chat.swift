import Alamofire
import Foundation

struct Message: Codable { let role: String; let content: String }

struct ChatRequest: Codable {
    var model = "gpt-4o-mini" // expect: model gpt-4o-mini provider=openai
    let messages: [Message]
}

final class Chat {
    let baseURL = URL(string: "https://api.openai.com/v1")! // expect: use openai http ; endpoint https://api.openai.com/v1 provider=openai ; endpoint https://api.openai.com/v1/chat/completions provider=openai

    func typed(_ question: String) async throws -> Data {
        var request = URLRequest(url: baseURL.appendingPathComponent("chat/completions"))
        request.httpMethod = "POST"
        request.httpBody = try JSONEncoder().encode(ChatRequest(messages: [Message(role: "user", content: question)]))
        // expect: flow openai model=gpt-4o-mini user-content
        let (data, _) = try await URLSession.shared.data(for: request)
        return data
    }

    func untyped(_ question: String, session: URLSession) {
        let body: [String: Any] = [
            "model": "claude-3-5-haiku-20241022", // expect: model claude-3-5-haiku-20241022 provider=anthropic
            "messages": [["role": "user", "content": question]],
        ]
        var request = URLRequest(url: URL(string: "https://api.anthropic.com/v1/messages")!) // expect: use anthropic http ; endpoint https://api.anthropic.com/v1/messages provider=anthropic
        request.httpBody = try? JSONSerialization.data(withJSONObject: body, options: [])
        session.dataTask(with: request) { data, _, _ in print(data) }.resume() // expect: flow anthropic model=claude-3-5-haiku-20241022 user-content
    }

    func alamofire(_ question: String) {
        let parameters: [String: Any] = ["model": "mistral-small-latest", "messages": question] // expect: model mistral-small-latest provider=mistral
        // expect: use mistral http ; endpoint https://api.mistral.ai/v1/chat/completions provider=mistral ; flow mistral model=mistral-small-latest user-content
        AF.request("https://api.mistral.ai/v1/chat/completions", method: .post, parameters: parameters)
    }

    func decoys(_ question: String) async throws {
        var request = URLRequest(url: URL(string: "https://shop.example/v1/orders")!)
        request.httpBody = try JSONEncoder().encode(ChatRequest(messages: []))
        _ = try await URLSession.shared.data(for: request) // ok: nobody's
        _ = try await URLSession.shared.data(from: URL(string: "https://platform.openai.com/docs")!) // ok: a page
        store.data(for: question) // ok: no request
    }
}

final class Guarded {
    private let url: URL
    private let session = URLSession.shared

    init(baseUrl: URL = URL(string: "https://api.groq.com/openai/v1")!) { // expect: use groq http ; endpoint https://api.groq.com/openai/v1 provider=groq ; endpoint https://api.groq.com/openai/v1/chat/completions provider=groq
        url = baseUrl.appending(component: "chat").appending(component: "completions")
    }

    func ask(_ question: String, model: String = "llama-3.3-70b-versatile") { // expect: model llama-3.3-70b-versatile provider=groq
        var request = URLRequest(url: url)
        request.httpBody = try? JSONEncoder().encode(ChatRequest(model: model, messages: [Message(role: "user", content: question)]))
        session.dataTask(with: request) { _, _, _ in }.resume() // expect: flow groq model=llama-3.3-70b-versatile user-content
    }

    func other(_ question: String) async throws {
        guard let url = URL(string: "https://api.deepseek.com/chat/completions") else { return } // expect: use deepseek http ; endpoint https://api.deepseek.com/chat/completions provider=deepseek
        var request = URLRequest(url: url)
        request.httpBody = try JSONSerialization.data(withJSONObject: ["model": "deepseek-chat", "messages": question]) // expect: model deepseek-chat provider=deepseek
        _ = try await URLSession.shared.data(for: request) // expect: flow deepseek model=deepseek-chat user-content
    }
}
