import { generateText } from "@xsai/generate-text"

export const ask = () => generateText({ baseURL: "https://api.openai.com/v1", model: "gpt-4o", messages: [] })
