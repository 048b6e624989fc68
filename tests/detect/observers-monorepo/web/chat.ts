import OpenAI from "openai"; // expect: use openai import

export async function answer(question: string) {
  // expect: model gpt-4o provider=openai ; flow openai user-content
  return new OpenAI().chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: question }] });
}
