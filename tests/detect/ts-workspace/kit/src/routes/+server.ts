import { make, small } from "$lib/server/llm";
export async function POST({ request }) {
  const { prompt } = await request.json();
  await make().chat.complete({ model: small, messages: [{ role: "user", content: prompt }] }); // expect: flow mistral user-content model=codestral-latest
}
