// expect: use ollama import
import Ollama

struct Local {
    func ask(_ question: String) async throws {
        let client = Ollama.Client(host: URL(string: "http://localhost:11434")!) // expect: endpoint http://localhost:11434 provider=ollama
        // expect: flow ollama model=llama3.2 user-content
        _ = try await client.generate(model: "llama3.2", prompt: question) // expect: model llama3.2 provider=ollama
    }
}
