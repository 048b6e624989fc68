import Foundation

func prepare(_ address: URL) -> URLRequest {
    var request = URLRequest(url: address)
    request.setValue("responses=v1", forHTTPHeaderField: "OpenAI-Beta") // expect: use openai http
    request.setValue("shop", forHTTPHeaderField: "X-Title")
    return request
}
