import OpenAI from "openai" // expect: use openai import

export async function answer(endpoint: string, name: string, messages: never[]) {
  const client = new OpenAI({ // expect: use azure-openai http
    baseURL: `${endpoint}/openai/deployments/${name}`, // expect: endpoint {endpoint}/openai/deployments/{name} provider=azure-openai
    defaultQuery: { "api-version": "2024-10-21" },
  })
  // expect: model gpt-4o provider=azure-openai ; flow azure-openai model=gpt-4o user-content
  return client.chat.completions.create({ model: "gpt-4o", messages })
}
