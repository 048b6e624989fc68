import axios from "axios"

const api = axios.create({ baseURL: process.env.LLM_URL })

export async function ask(prompt: string) {
  // expect: use openai-compatible http ; flow openai-compatible user-content ; endpoint {LLM_URL}/v1/chat/completions provider=openai-compatible
  return api.post("/v1/chat/completions", { messages: [{ role: "user", content: prompt }] })
}

export async function open(prompt: string, host: string) {
  // expect: flow openai-compatible user-content ; endpoint https://{host}/v1/embeddings provider=openai-compatible
  return fetch(`https://${host}/v1/embeddings`, { method: "POST", body: JSON.stringify({ input: prompt }) })
}

export const order = (prompt: string) => api.post("/v1/orders", { prompt }) // ok
