let OpenAI;
try {
  OpenAI = require("openai"); // expect: use openai import
} catch {
  OpenAI = null;
}

async function answer(question) {
  if (!OpenAI) throw new Error("install openai");
  const client = new OpenAI();
  const reply = await client.chat.completions.create({ // expect: flow openai user-content model=gpt-4o-2024-08-06
    model: "gpt-4o-2024-08-06", // expect: model gpt-4o-2024-08-06 provider=openai pinned=yes
    messages: [{ role: "user", content: question }],
  });
  return reply.choices[0].message.content;
}

module.exports = { answer };
