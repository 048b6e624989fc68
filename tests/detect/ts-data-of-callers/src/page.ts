import { summarise } from "./llm";
import { store } from "./store";

export async function show(id: string) {
  const found = await store.load(id);
  return summarise({ tone: "plain", text: JSON.stringify({ about: found.emailAddress }) });
}

export const count = (summarise: (x: unknown) => void, salary: number) => summarise({ text: salary });
