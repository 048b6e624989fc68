import { GuardrailsOpenAI } from "@openai/guardrails";

const client = await GuardrailsOpenAI.create({ version: 1 });
