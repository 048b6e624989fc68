import { baseten } from "@ai-sdk/baseten";
import { generateText } from "ai";

const { text } = await generateText({ model: baseten("deepseek-ai/DeepSeek-V3.1"), prompt: "Hi" });
