import OpenAI from "openai";

const client = new OpenAI({ apiKey, baseURL: "https://api.morphllm.com/v1" });
