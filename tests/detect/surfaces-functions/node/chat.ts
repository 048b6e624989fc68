import { app } from "@azure/functions";
import OpenAI from "openai";  // expect: use openai import

const client = new OpenAI();

app.http("chat", {  // expect: surface chat route http route=/chat
  methods: ["POST"],
  handler: async (request) => {
    const question = await request.text();
    // expect: flow openai user-content; model gpt-4o provider=openai
    return client.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: question }] });
  },
});

app.timer("report", { schedule: "0 * * * *", handler: async () => client.models.list() });
