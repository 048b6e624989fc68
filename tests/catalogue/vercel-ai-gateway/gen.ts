import { createGateway } from "@ai-sdk/gateway";
import { generateText } from "ai";

const gateway = createGateway({ apiKey });
await generateText({ model: gateway("anthropic/claude-sonnet-4.5"), prompt: "Hi" });
