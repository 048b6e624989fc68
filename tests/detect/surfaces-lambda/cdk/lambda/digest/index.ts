import OpenAI from "openai";  // expect: use openai import

export const chat = async (event) => {
  const text = event.Records[0].body;
  // expect: flow openai user-content; model gpt-4o provider=openai
  return new OpenAI().chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: text }] });
};
