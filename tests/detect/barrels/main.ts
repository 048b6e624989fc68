import { getClient } from "./lib";
export async function go(prompt: string) {
  await getClient().embeddings.create({ model: "mistral-embed", inputs: prompt }); // expect: flow mistral user-content model=mistral-embed ; model mistral-embed provider=mistral
}
