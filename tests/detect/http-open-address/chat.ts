export async function local(messages: unknown[]) {
  // expect: use ollama http ; flow ollama model=llama3.2 user-content ; endpoint {OLLAMA_URL}/api/chat provider=ollama
  return fetch(process.env.OLLAMA_URL + "/api/chat", {
    method: "POST",
    body: JSON.stringify({ model: "llama3.2", messages }), // expect: model llama3.2 provider=ollama
  })
}

export async function gateway(base: string, prompt: string) {
  // expect: use openai-compatible http ; flow openai-compatible user-content ; endpoint {base}/v1/chat/completions provider=openai-compatible
  return fetch(`${base}/v1/chat/completions`, { method: "POST", body: JSON.stringify({ prompt }) })
}

export async function own(base: string, prompt: string) {
  return fetch(`${base}/api/chat`, { method: "POST", body: JSON.stringify({ prompt }) }) // ok: this app's own server
}

export async function settings(config: { ollamaUrl: string; shopUrl: string }, prompt: string) {
  // expect: flow ollama user-content ; endpoint {ollamaUrl}/api/generate provider=ollama
  await fetch(config.ollamaUrl + "api/generate", { method: "POST", body: JSON.stringify({ prompt }) })
  return fetch(config.shopUrl + "api/generate", { method: "POST", body: JSON.stringify({ prompt }) }) // ok: a shop's
}
