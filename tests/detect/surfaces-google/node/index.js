const functions = require("@google-cloud/functions-framework");
const OpenAI = require("openai");  // expect: use openai import

const client = new OpenAI();

functions.http("chat", async (request, response) => {  // expect: surface chat route http route=/chat
  // expect: flow openai user-content; model gpt-4o provider=openai
  const answer = await client.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: request.body.text }] });
  response.send(answer.choices[0].message.content);
});

functions.cloudEvent("chatEvent", async (event) => {
  // expect: flow openai user-content; model gpt-4o-mini provider=openai
  await client.chat.completions.create({ model: "gpt-4o-mini", messages: [{ role: "user", content: event.data.question }] });
});
