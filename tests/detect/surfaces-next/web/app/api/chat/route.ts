import OpenAI from "openai";  // expect: use openai import

import { withUser } from "./user";

const client = new OpenAI();

export const POST = withUser(async (request: Request) => {  // expect: surface chat route http route=/api/chat
  const { question } = await request.json();
  // expect: flow openai user-content; model gpt-4o provider=openai
  return client.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: question }] });
});

const warm = async () => client.models.list();
