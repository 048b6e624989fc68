// expect: use google-gemini import
import GoogleGenerativeAI

struct Gemini {
    // expect: model gemini-2.0-flash provider=google-gemini
    let model = GenerativeModel(name: "gemini-2.0-flash", apiKey: "")

    func describe(_ prompt: String) async throws -> String? {
        // expect: flow google-gemini model=gemini-2.0-flash user-content
        try await model.generateContent("Describe \(prompt)").text
    }
}
