import { z } from "zod";

const schema = z.object({
  OPENAI_API_KEY: z.string(), // expect: use openai env
  CHAT_MODEL: z.string().default("gpt-4o"), // expect: model gpt-4o provider=openai variable=CHAT_MODEL
});

export const env = schema.parse(process.env);
