import { getClient, Holder, lazy, required, withClient } from "./client";
import { ARRAY, BY_TASK, CONCAT, DEFAULT, Defaults, FROZEN, JOINED, MODELS, Model, Old, TEMPLATE, models, pick, pickLater } from ".";

const options = { max_tokens: 5, model: JOINED };

export default async function run(prompt: string, opts: { model?: string } = {}) {
  const messages = [{ role: "user" as const, content: prompt }];
  const client = await getClient();
  await client.messages.create({ messages, model: Model.Big }); // expect: flow anthropic user-content model=claude-opus-4-1
  await client.messages.create({ messages, model: Model["Small"] }); // expect: flow anthropic user-content model=claude-3-5-haiku-latest
  await client.messages.create({ messages, model: Old.V2 }); // expect: flow anthropic user-content model=claude-2.1
  await client.messages.create({ messages, model: MODELS.free }); // expect: flow anthropic user-content model=claude-3-haiku-20240307
  await client.messages.create({ messages, model: MODELS["paid"].id }); // expect: flow anthropic user-content model=claude-3-opus-20240229
  await client.messages.create({ messages, model: BY_TASK.get("summary")! }); // expect: flow anthropic user-content model=claude-haiku-4-5
  await client.messages.create({ messages, model: FROZEN.review }); // expect: flow anthropic user-content model=claude-opus-4-0
  await client.messages.create({ messages, model: DEFAULT }); // expect: flow anthropic user-content model=claude-sonnet-4-5
  await client.messages.create({ messages, ...options }); // expect: flow anthropic user-content model=claude-3-5-sonnet-20240620
  await client.messages.create({ messages, ...{ ...options, model: TEMPLATE } }); // expect: flow anthropic user-content model=claude-opus-4-5
  await client.messages.create(Object.assign({}, options, { messages, model: ARRAY })); // expect: flow anthropic user-content model=claude-3-sonnet-20240229
  await client.messages.create({ messages, model: CONCAT }); // expect: flow anthropic user-content model=claude-opus-4-20250514
  await client.messages.create({ messages, model: Defaults.CHAT }); // expect: flow anthropic user-content model=claude-3-7-sonnet-20250219
  await client.messages.create({ messages, model: new Defaults().model }); // expect: flow anthropic user-content model=claude-3-5-sonnet-20241022
  await client.messages.create({ messages, model: new Defaults().draft }); // expect: flow anthropic user-content model=claude-instant-1.2
  await client.messages.create({ messages, model: pick("fast") }); // expect: flow anthropic user-content model=claude-3-5-haiku-20241022
  await client.messages.create({ messages, model: await pickLater() }); // expect: flow anthropic user-content model=claude-sonnet-4-20250514
  await client.messages.create({ messages, model: opts.model ?? models.LIST[1] }); // expect: flow anthropic user-content model=claude-sonnet-4-0
  await required().messages.create({ messages, model: DEFAULT }); // expect: flow anthropic user-content model=claude-sonnet-4-5
}
