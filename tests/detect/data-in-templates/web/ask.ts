import { readFileSync } from "node:fs";
import Anthropic from "@anthropic-ai/sdk";  // expect: use anthropic import
import Handlebars from "handlebars";

const client = new Anthropic();
const fill = Handlebars.compile(readFileSync("web/visit.hbs", "utf8"));

export async function ask(row: Row) {
  return client.messages.create({  // expect: flow anthropic special-category
    model: "claude-sonnet-4-5",  // expect: model claude-sonnet-4-5 provider=anthropic
    max_tokens: 1,
    messages: [{ role: "user", content: fill(row) }],
  });
}
