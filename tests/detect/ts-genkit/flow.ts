import { genkit } from "genkit"; // expect: use genkit import
import { googleAI } from "@genkit-ai/googleai"; // expect: use google-gemini import
import { anthropic } from "genkitx-anthropic"; // expect: use anthropic import
import { ollama } from "genkitx-ollama"; // expect: use ollama import
import { expressHandler } from "@genkit-ai/express"; // ok: of Genkit alone

export const ai = genkit({ plugins: [googleAI(), anthropic(), ollama()], handler: expressHandler });
