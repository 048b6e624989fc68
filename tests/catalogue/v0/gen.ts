import { vercel } from "@ai-sdk/vercel";
import { generateText } from "ai";

await generateText({ model: vercel("v0-1.5-md"), prompt: "Create a chatbot" });
