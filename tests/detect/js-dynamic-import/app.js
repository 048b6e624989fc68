export async function load() {
  const { default: OpenAI } = await import("openai"); // expect: use openai import
  const client = new OpenAI({ baseURL: "http://10.0.0.7:8000/v1" }); // expect: use openai-compatible http ; endpoint http://10.0.0.7:8000/v1 provider=openai-compatible exposure=private
  // expect: model qwen2.5-7b provider=openai-compatible ; flow openai-compatible unresolved
  return client.chat.completions.create({ model: "qwen2.5-7b", messages: window.pending });
}
