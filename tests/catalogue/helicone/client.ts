import OpenAI from "openai";

const client = new OpenAI({ apiKey, baseURL: "https://ai-gateway.helicone.ai" });
