import { AiService, MODELS, createAi } from "@acme/ai";
import { EMBED } from "@acme/ai/models";
export async function go(prompt: string) {
  await new AiService().chat(prompt, MODELS.chat);
  await createAi().embeddings.create({ model: EMBED, inputs: prompt }); // expect: flow mistral user-content model=mistral-embed
}
