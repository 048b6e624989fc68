import { deepinfra } from "@ai-sdk/deepinfra";
import { generateText } from "ai";

await generateText({ model: deepinfra("meta-llama/Meta-Llama-3.1-70B-Instruct"), prompt: "Hi" });
