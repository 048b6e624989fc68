import { hume } from "@ai-sdk/hume";
import { experimental_generateSpeech as generateSpeech } from "ai";

await generateSpeech({ model: hume.speech(), text: "Hello" });
