import OpenAI from "openai"; // expect: use openai import

export const tencentModels = ["hy-7", "general"]; // expect: model hy-7 provider=tencent-hunyuan
export const viewModels = ["orders-2", "carts-3"]; // ok: of nobody known
export const WEIGHTS = "CodeBooga-34B-v0.1-GGUF"; // expect: model CodeBooga-34B-v0.1-GGUF provider=huggingface
export const tuned = { answerModel: "gpt-4-turbo-24k", client: OpenAI }; // expect: model gpt-4-turbo-24k provider=openai
export const phone = { brand: "Acme", model: "x-12" }; // ok: a thing
