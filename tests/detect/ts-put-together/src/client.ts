import type Anthropic from "@anthropic-ai/sdk"; // expect: use anthropic import

let cached: Anthropic | undefined;

export async function getClient(): Promise<Anthropic> {
  if (!cached) {
    const { default: Sdk } = await import("@anthropic-ai/sdk");
    cached = new Sdk();
  }
  return cached;
}

export function required() {
  const { Anthropic } = require("@anthropic-ai/sdk");
  return new Anthropic();
}

export const lazy = <T>(make: () => T) => {
  let value: T | undefined;
  return () => (value ??= make());
};

export class Holder {
  #client?: Anthropic;
  get client(): Anthropic {
    this.#client ??= required();
    return this.#client!;
  }
}

export async function withClient<T>(run: (client: Anthropic) => Promise<T>): Promise<T> {
  return run(await getClient());
}

export function createAsk({ model = "claude-opus-4-20250514", max = 5 }: { model?: string; max?: number } = {}) { // expect: model claude-opus-4-20250514 provider=anthropic
  const client = required();
  // expect: flow anthropic user-content model=claude-opus-4-20250514
  return async (prompt: string) => client.messages.create({ model, max_tokens: max, messages: [{ role: "user", content: prompt }] });
}

export const client = new Proxy({} as Anthropic, { get: (_, key) => (required() as any)[key] });
