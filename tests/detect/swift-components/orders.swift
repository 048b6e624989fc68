import Foundation

func orders() async throws {
  var c = URLComponents()
  c.scheme = "https"
  c.host = "orders.example.com"
  c.path = "/v1/orders"
  var request = URLRequest(url: c.url!)
  request.httpBody = try JSONEncoder().encode(["model": "gpt-4o desk"]) // ok: nobody's address
  let (data, _) = try await URLSession.shared.data(for: request)
}

func named() async throws {
  let c = URLComponents(string: "https://api.groq.com/openai/v1/models")!  // expect: endpoint https://api.groq.com/openai/v1/models provider=groq; use groq http
  let (data, _) = try await URLSession.shared.data(from: c.url!)
}
