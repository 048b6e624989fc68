export async function ask(url: string, key: string, prompt: string) {
  // expect: flow anthropic model=claude-sonnet-4-5 user-content ; unresolved endpoint anthropic
  return fetch(url, {
    method: "POST",
    headers: { "x-api-key": key, "anthropic-version": "2023-06-01" }, // expect: use anthropic http
    // expect: model claude-sonnet-4-5 provider=anthropic
    body: JSON.stringify({ model: "claude-sonnet-4-5", messages: [{ role: "user", content: prompt }] }),
  })
}
