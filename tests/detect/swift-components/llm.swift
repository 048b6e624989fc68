import Foundation
func ask(_ text: String) async throws {
  var c = URLComponents()
  c.scheme = "https"
  c.host = "api.mistral.ai"  // expect: endpoint https://api.mistral.ai/v1/chat/completions provider=mistral; use mistral http
  c.path = "/v1/chat/completions"
  var request = URLRequest(url: c.url!)
  request.httpMethod = "POST"
  request.httpBody = try JSONEncoder().encode(["model": "mistral-small-latest", "prompt": text])  // expect: model mistral-small-latest provider=mistral
  let (data, _) = try await URLSession.shared.data(for: request)  // expect: flow mistral user-content
}
