import { getClient } from "./other";
export async function go(prompt: string, kind: string) {
  await getClient().embeddings.create({ model: kind, inputs: prompt }); // ok
}
