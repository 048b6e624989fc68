import { fireworks } from "@ai-sdk/fireworks";
import { generateText } from "ai";

await generateText({ model: fireworks("accounts/fireworks/models/llama-v3p1-8b-instruct"), prompt: "Hi" });
