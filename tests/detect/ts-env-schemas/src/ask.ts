import OpenAI from "openai"; // expect: use openai import
import { BANG, BIG_MODEL, BUN, DENO, DESTR_MODEL, ENV_VAR, HELPED, TERN, VITE, boxed, clean, config, conv, joi, parsed, t3, valid } from "#env";

const client = new OpenAI();

export async function ask(prompt: string) {
  await client.responses.create({ input: prompt, model: t3.T3_MODEL }); // expect: flow openai user-content model=gpt-4o
  await client.responses.create({ input: prompt, model: t3.T3_NEEDED }); // expect: flow openai user-content ; unresolved model openai variable=T3_NEEDED
  await client.responses.create({ input: prompt, model: clean.CLEAN_MODEL }); // expect: flow openai user-content model=gpt-4o-mini
  await client.responses.create({ input: prompt, model: clean.CLEAN_DEV }); // expect: flow openai user-content model=gpt-4.1
  await client.responses.create({ input: prompt, model: parsed.ZOD_MODEL }); // expect: flow openai user-content model=gpt-4.1-mini
  await client.responses.create({ input: prompt, model: config.ZOD_ENUM }); // expect: flow openai user-content model=o3
  await client.responses.create({ input: prompt, model: BIG_MODEL }); // expect: flow openai user-content model=gpt-4-turbo
  await client.responses.create({ input: prompt, model: valid.V_MODEL }); // expect: flow openai user-content model=gpt-4
  await client.responses.create({ input: prompt, model: boxed.TB_MODEL }); // expect: flow openai user-content model=gpt-3.5-turbo
  await client.responses.create({ input: prompt, model: joi.JOI_MODEL }); // expect: flow openai user-content model=gpt-5
  await client.responses.create({ input: prompt, model: conv.get("llm.model") }); // expect: flow openai user-content model=gpt-5-mini
  await client.responses.create({ input: prompt, model: ENV_VAR }); // expect: flow openai user-content model=gpt-5-nano
  await client.responses.create({ input: prompt, model: DENO }); // expect: flow openai user-content model=o1
  await client.responses.create({ input: prompt, model: BUN }); // expect: flow openai user-content model=o1-mini
  await client.responses.create({ input: prompt, model: VITE }); // expect: flow openai user-content model=o3-mini
  await client.responses.create({ input: prompt, model: TERN }); // expect: flow openai user-content model=gpt-4o-2024-08-06
  await client.responses.create({ input: prompt, model: DESTR_MODEL }); // expect: flow openai user-content model=gpt-4o-2024-05-13
  await client.responses.create({ input: prompt, model: BANG }); // expect: flow openai user-content ; unresolved model openai variable=BANG_MODEL
  await client.responses.create({ input: prompt, model: HELPED }); // expect: flow openai user-content model=gpt-4-0613
}

const known = new Map<string, string>();

export async function look(prompt: string, table: { pick(name: string, other: string): string }) {
  // No look-up of a setting: what it gives for two words is not the second.
  await client.responses.create({ input: prompt, model: table.pick("slow", "quick") }); // expect: flow openai user-content model=None ; unresolved model openai variable=None
  // ok: a key that nothing gave
  await client.responses.create({ input: prompt, model: known.get("CHAT_MODEL")! }); // expect: flow openai user-content model=None ; unresolved model openai
}
