import { getClient } from "./lib";
export async function go(prompt: string, kind: string) {
  await getClient().embeddings.create({ model: kind, inputs: prompt }); // expect: flow mistral user-content ; unresolved model mistral
}
