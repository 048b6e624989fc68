import OpenAI from "openai";

const client = new OpenAI({ baseURL: "https://models.github.ai/inference", apiKey: token });
