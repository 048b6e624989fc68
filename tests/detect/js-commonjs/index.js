const OpenAI = require("openai"); // expect: use openai import
const { BedrockRuntimeClient, InvokeModelCommand } = require("@aws-sdk/client-bedrock-runtime"); // expect: use aws-bedrock import

const MODELS = Object.freeze({ chat: "gpt-4-0613" }); // expect: model gpt-4-0613 provider=openai pinned=yes
const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
// expect: endpoint https://bedrock-runtime.eu-west-1.amazonaws.com provider=aws-bedrock region=eu-west-1
const bedrock = new BedrockRuntimeClient({ region: "eu-west-1" });

module.exports.ask = async function ask(query) {
  // expect: model amazon.nova-lite-v1:0 provider=aws-bedrock
  await bedrock.send(new InvokeModelCommand({ modelId: "amazon.nova-lite-v1:0", body: JSON.stringify({ inputText: query }) })); // expect: flow aws-bedrock user-content
  return client.chat.completions.create({ model: MODELS.chat, messages: [{ role: "user", content: query }] }); // expect: flow openai user-content model=gpt-4-0613
};
