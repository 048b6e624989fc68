import OpenAI from "openai" // expect: use openai import

const LARGE = {
  modelId: "acme-large-128k", // expect: model acme-large-128k provider=perplexity ; use perplexity config
  provider: "perplexity",
  modelName: "acme-large-shown", // ok: what people see
  link: "https://acme.example/large",
}
const MIXTRAL = { provider: "groq", modelId: "mixtral-8x7b-32768" } // expect: model mixtral-8x7b-32768 provider=groq ; use groq config
const SPEECH = { provider: "azure", model: "azure-speech-stt" } // ok: no form of an id
const ORDER = { model: "bicycle-3", provider: "dhl" } // ok: nobody's
const ACCOUNT = { id: "user-1234", provider: "google" } // ok: who signs in
const CHAT = { model: "acme-tuned", embeddingsProvider: "groq" } // ok: of something else

export const all = [CHAT, LARGE, MIXTRAL, ORDER, ACCOUNT, OpenAI, SPEECH]
