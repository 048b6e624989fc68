import { make } from "#llm";
import { other } from "#tools/none";
export async function use(prompt: string) {
  await make().chat.complete({ model: "pixtral-12b-2409", messages: [{ role: "user", content: prompt }] }); // expect: flow mistral user-content model=pixtral-12b-2409 ; model pixtral-12b-2409 provider=mistral
  await other().chat.complete({ model: prompt }); // ok
}
