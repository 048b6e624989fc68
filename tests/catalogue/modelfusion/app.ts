import { generateText, openai } from "modelfusion";

const text = await generateText({ model: openai.ChatTextGenerator({ model: "gpt-4" }), prompt });
