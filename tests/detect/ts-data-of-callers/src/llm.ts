import OpenAI from "openai"; // expect: use openai import

const client = new OpenAI();

export const summarise = async ({ text, tone }: { text: string; tone: string }) =>
  // expect: flow openai personal,user-content ; model gpt-4o-mini provider=openai
  client.responses.create({ model: "gpt-4o-mini", input: `${tone}: ${text}` });
