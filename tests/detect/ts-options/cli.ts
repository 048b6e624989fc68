import { Command } from "commander";
import { parseArgs } from "node:util";
import OpenAI from "openai"; // expect: use openai import

const program = new Command();
program
  .option("-m, --model <model>", "which model", "gpt-5-nano") // expect: model gpt-5-nano provider=openai variable=--model
  .option("--small-model <m>", "small", process.env.SMALL ?? "o1") // expect: model o1 provider=openai variable=SMALL
  .requiredOption("--needed <m>", "needed");
const { values } = parseArgs({ options: { draft: { type: "string", default: "gpt-4-turbo" }, open: { type: "string" } } }); // expect: model gpt-4-turbo provider=openai variable=--draft

export async function run(prompt: string) {
  const client = new OpenAI();
  const opts = program.opts();
  const { smallModel } = program.opts();
  await client.responses.create({ model: opts.model, input: prompt }); // expect: flow openai user-content model=gpt-5-nano
  await client.responses.create({ model: smallModel, input: prompt }); // expect: flow openai user-content model=o1
  await client.responses.create({ model: opts.needed, input: prompt }); // expect: flow openai user-content model=None ; unresolved model openai variable=--needed
  await client.responses.create({ model: values.draft!, input: prompt }); // expect: flow openai user-content model=gpt-4-turbo
  await client.responses.create({ model: values.open!, input: prompt }); // expect: flow openai user-content model=None ; unresolved model openai variable=--open
}
